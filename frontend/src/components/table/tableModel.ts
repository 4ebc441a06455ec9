/** The library's table over our columns and the shape that a panel keeps. */

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/vue-table";
import { computed, type ComputedRef, type Ref } from "vue";
import type { TableColumn } from "./columns";
import { inHeldOrder } from "./heldOrder";
import type { TableShape } from "./shape";

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

/** A row as it is shown; `depth` is 1 for those that belong to the row above. */
export interface ShownRow<Row> {
  id: string;
  depth: number;
  row: Row;
}

export interface TableGiven<Row> {
  columns: () => readonly TableColumn<Row>[];
  rows: () => readonly Row[];
  rowId: (row: Row) => string;
  /** The rows that belong to a row. */
  children: (row: Row) => readonly Row[];
  shape: Ref<TableShape>;
  /** While true no row changes its place. */
  resting: Ref<boolean>;
}

interface TableModel<Row> {
  /** The columns that are shown, in their order; buttons last. */
  columns: ComputedRef<TableColumn<Row>[]>;
  rows: ComputedRef<ShownRow<Row>[]>;
}

export function useTableModel<Row extends object>(given: TableGiven<Row>): TableModel<Row> {
  const { shape } = given;
  const byId = computed(() => new Map(given.columns().map((column) => [column.id, column])));
  const table = useTable({
    features,
    columns: computed(() => given.columns().map(definition)),
    data: computed(() => given.rows()),
    getRowId: given.rowId,
    getSubRows: (row: Row) => given.children(row),
    state: computed(() => ({
      columnOrder: shape.value.order,
      columnVisibility: Object.fromEntries(shape.value.hidden.map((id) => [id, false])),
      sorting: shape.value.sort ? [shape.value.sort] : [],
    })),
  });
  const columns = computed(() => {
    const shown = table.getVisibleLeafColumns().flatMap(({ id }) => byId.value.get(id) ?? []);
    const areButtons = ({ kind }: TableColumn<Row>): boolean => kind === "controls";
    return [...shown.filter((one) => !areButtons(one)), ...shown.filter(areButtons)];
  });
  let held: string[] = [];
  const rows = computed(() => {
    const sorted: ShownRow<Row>[] = [];
    const take = (one: ModelRow<Row>): void => {
      sorted.push({ id: one.id, depth: one.depth, row: one.original });
      one.subRows.forEach(take);
    };
    table.getRowModel().rows.forEach(take);
    const shown = given.resting.value ? inHeldOrder(sorted, ({ id }) => id, held) : sorted;
    held = shown.map(({ id }) => id);
    return shown;
  });
  return { columns, rows };
}

interface ModelRow<Row> {
  id: string;
  depth: number;
  original: Row;
  subRows: ModelRow<Row>[];
}

function definition<Row>(column: TableColumn<Row>) {
  return {
    id: column.id,
    accessorFn: (row: Row) => column.value(row) ?? undefined,
    enableSorting: column.kind !== "controls",
    sortUndefined: "last" as const,
    sortFn: (
      a: { getValue(id: string): unknown },
      b: { getValue(id: string): unknown },
      id: string,
    ) => compared(a.getValue(id), b.getValue(id)),
  };
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compared(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}
