import { useIntervalFn } from "@vueuse/core";
import { computed, onScopeDispose, shallowRef, watch, type Ref } from "vue";
import type { MarketFeed } from "@/composables/marketFeed";
import { MOST_SYMBOLS, symbolsOf } from "./lists";
import { QuoteBoard, type WatchedSymbol } from "./quoteBoard";

/** A row: a symbol, or a section's title. */
export interface WatchRow {
  /** As the list has it. */
  entry: string;
  watched: WatchedSymbol | undefined;
}

/** `moving`: by what changes with each tick. */
export type Sorting = "as listed" | "still" | "moving";

const CLOCK_MS = 1000;

/** The rows of a list, streaming while they can be seen; sections are left out of a sorted list. */
export function useWatchRows(
  feed: MarketFeed,
  entries: Ref<readonly string[]>,
  sorting: Ref<Sorting>,
  seen: Ref<boolean>,
) {
  const board = new QuoteBoard(feed);
  onScopeDispose(() => board.close());
  const rows = shallowRef<WatchRow[]>([]);

  function list(): void {
    const shown = sorting.value === "as listed" ? entries.value : symbolsOf(entries.value);
    rows.value = shown.map((entry) => ({ entry, watched: board.row(entry) }));
  }
  const streamed = computed(() =>
    seen.value ? symbolsOf(entries.value).slice(0, MOST_SYMBOLS) : [],
  );
  const stream = (): void => {
    board.watch(streamed.value);
    list();
  };
  watch([streamed, sorting], stream, { immediate: true });
  useIntervalFn(() => {
    if (!seen.value) return;
    board.tick();
    // A new list of rows is what the table sorts anew for.
    if (sorting.value === "moving") list();
  }, CLOCK_MS);

  return { board, rows };
}
