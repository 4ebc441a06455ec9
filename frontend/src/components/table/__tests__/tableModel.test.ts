import { effectScope, nextTick, ref, shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import type { TableColumn } from "../columns";
import { firstShape, sortedBy, toggled, type TableShape } from "../shape";
import { useTableModel } from "../tableModel";

interface Row {
  id: string;
  price: number | null;
  children?: Row[];
}

const name: TableColumn<Row> = {
  id: "name",
  title: "Name",
  kind: "text",
  width: 1,
  value: ({ id }) => id,
};
const price: TableColumn<Row> = {
  ...name,
  id: "price",
  kind: "number",
  value: (row) => row.price,
};
const acts: TableColumn<Row> = { ...name, id: "acts", kind: "controls" };

function stage(first: Row[]) {
  const rows = shallowRef(first);
  const shape = ref<TableShape>(firstShape([acts, name, price]));
  const resting = ref(false);
  const model = effectScope().run(() =>
    useTableModel<Row>({
      columns: () => [acts, name, price],
      rows: () => rows.value,
      rowId: ({ id }) => id,
      children: ({ children = [] }) => children,
      shape,
      resting,
    }),
  );
  const shown = () => model?.rows.value.map(({ id }) => id);
  return { rows, shape, resting, shown, columns: () => model?.columns.value.map(({ id }) => id) };
}

describe("the rows of a table", () => {
  it("are sorted by a column, those of which nothing is known last", async () => {
    const { shape, shown } = stage([
      { id: "b", price: 2 },
      { id: "x", price: null },
      { id: "c", price: 10 },
    ]);
    shape.value = sortedBy(shape.value, price);
    await nextTick();
    expect(shown()).toEqual(["c", "b", "x"]);
    shape.value = sortedBy(shape.value, price);
    await nextTick();
    expect(shown()).toEqual(["b", "c", "x"]);
  });

  it("stand still while the pointer rests on them, with what is new at the end", async () => {
    const { rows, shape, resting, shown } = stage([
      { id: "a", price: 1 },
      { id: "b", price: 2 },
    ]);
    shape.value = sortedBy(shape.value, price);
    await nextTick();
    expect(shown()).toEqual(["b", "a"]);
    resting.value = true;
    rows.value = [
      { id: "n", price: 9 },
      { id: "a", price: 3 },
      { id: "b", price: 2 },
    ];
    await nextTick();
    expect(shown()).toEqual(["b", "a", "n"]);
    resting.value = false;
    expect(shown()).toEqual(["n", "a", "b"]);
  });

  it("are followed by those that belong to them", () => {
    const { shown } = stage([{ id: "a", price: 1, children: [{ id: "a1", price: 5 }] }]);
    expect(shown()).toEqual(["a", "a1"]);
  });

  it("have the columns that are not hidden, buttons last", async () => {
    const { shape, columns } = stage([]);
    expect(columns()).toEqual(["name", "price", "acts"]);
    shape.value = toggled(shape.value, "name");
    await nextTick();
    expect(columns()).toEqual(["price", "acts"]);
  });
});
