import { watchDebounced } from "@vueuse/core";
import { ref, shallowRef, watch, type Ref } from "vue";
import type { SearchSymbolResultItem } from "@public/trading_terminal/charting_library";
import type { MarketFeed } from "./marketFeed";
import { problemOf, type Problem } from "./problem";

/** As many as the list may show without paging. */
const LIMIT = 100;
/** Shorter than a reader notices, longer than the pause between two keys. */
const TYPING_MS = 120;

/** Search as one types while the dialog is open; an empty input lists all. */
export function useSymbolSearch(feed: MarketFeed, open: Readonly<Ref<boolean>>) {
  const input = ref("");
  const hits = shallowRef<SearchSymbolResultItem[]>([]);
  const problem = shallowRef<Problem | null>(null);
  const searching = ref(false);
  /** The input whose hits are shown; null before the first answer. */
  const answered = ref<string | null>(null);

  /** An answer that a newer input has overtaken is dropped. */
  async function search(text: string): Promise<void> {
    searching.value = true;
    try {
      const found = await feed.search(text.trim(), LIMIT);
      if (text !== input.value) return;
      hits.value = found;
      answered.value = text;
      problem.value = null;
    } catch (error) {
      if (text === input.value) problem.value = problemOf(error);
    } finally {
      if (text === input.value) searching.value = false;
    }
  }

  watch(
    open,
    (isOpen) => {
      input.value = "";
      answered.value = null;
      if (isOpen) void search("");
    },
    { immediate: true },
  );
  /** Return the best hit for what is typed now; null when there is none, or typing went on. */
  async function best(): Promise<SearchSymbolResultItem | null> {
    const text = input.value;
    if (answered.value !== text) await search(text);
    return answered.value === text && input.value === text ? (hits.value[0] ?? null) : null;
  }

  watchDebounced(input, (text) => (open.value ? search(text) : undefined), { debounce: TYPING_MS });
  return { input, hits, problem, searching, answered, best };
}
