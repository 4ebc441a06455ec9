import { computed, ref, type ComputedRef } from "vue";
import type { ShownRow } from "./tableModel";

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Which row of a table Tab comes to, and how the arrow keys move that; `reach` focuses a row. */
export function useRowFocus<Row>(
  rows: ComputedRef<ShownRow<Row>[]>,
  reach: (at: number, id: string) => void,
) {
  const last = ref<string | null>(null);
  const tabStop = computed(() =>
    rows.value.some(({ id }) => id === last.value) ? last.value : (rows.value[0]?.id ?? null),
  );
  /** Take a key on a row; return the row that has the focus then, null where it is no such key. */
  function step(from: ShownRow<Row>, key: string): ShownRow<Row> | null {
    const by = STEPS[key];
    if (by === undefined) return null;
    const at = rows.value.findIndex(({ id }) => id === from.id) + by;
    const to = Math.min(rows.value.length - 1, Math.max(0, at));
    const next = rows.value[to];
    if (!next) return null;
    last.value = next.id;
    reach(to, next.id);
    return next;
  }
  return { tabStop, step, rest: (id: string) => (last.value = id) };
}
