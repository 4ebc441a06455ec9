import { shallowRef, watch, type ShallowRef } from "vue";
import type { TableColumn } from "@/components/table/columns";
import { firstShape, readShape, type TableShape } from "@/components/table/shape";
import { usePanel } from "@/composables/terminal/panel";

/** A table's shape, kept in its panel's layout. */
export function usePanelShape(
  columns: readonly TableColumn<never>[],
  sort: TableShape["sort"],
): ShallowRef<TableShape> {
  const panel = usePanel();
  const narrow = matchMedia("(max-width: 640px)").matches;
  const shape = shallowRef(readShape(panel.kept["table"], firstShape(columns, sort, narrow)));
  watch(shape, (table) => panel.keep({ table }));
  return shape;
}

/** A choice of a panel among words, kept in its layout. */
export function usePanelChoice<Word extends string>(
  name: string,
  words: readonly Word[],
  first: Word,
): ShallowRef<Word> {
  const panel = usePanel();
  const kept = words.find((word) => word === panel.kept[name]);
  const choice = shallowRef(kept ?? first) as ShallowRef<Word>;
  watch(choice, (word) => panel.keep({ [name]: word }));
  return choice;
}
