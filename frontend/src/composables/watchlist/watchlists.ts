import { StorageSerializers, useStorage, useTimeoutFn } from "@vueuse/core";
import { computed, onScopeDispose, ref, watch } from "vue";
import type { MarketFeed } from "@/composables/marketFeed";
import type { PanelContext } from "@/composables/terminal/panel";
import { WorkspaceService } from "@/services/workspaceService";
import { added, freeName, type Watchlist } from "./lists";
import { SavedLists, type ListStore } from "./savedLists";

const FIRST_SYMBOLS = 10;
/** So long the server has to say what it holds; a page without one waits no longer. */
const PATIENCE_MS = 1000;

/** The watchlists of this browser and of the server, followed while the component lives. */
export function useSavedLists(
  store: ListStore = new WorkspaceService(),
  now: () => number = Date.now,
): SavedLists {
  const stored = useStorage<unknown>("trading-pro.watchlists", null, undefined, {
    serializer: StorageSerializers.object,
  });
  const saved = new SavedLists(store, stored, now);
  watch(stored, () => saved.takeStored());
  const stop = saved.follow();
  onScopeDispose(() => void stop());
  return saved;
}

/** The list that a panel shows, and what can be done with it. */
export function useChosenList(
  saved: SavedLists,
  panel: Pick<PanelContext, "kept" | "keep">,
  feed: Pick<MarketFeed, "search">,
) {
  const { lists, heard } = saved;
  const asked = ref(typeof panel.kept["list"] === "string" ? panel.kept["list"] : "");
  const list = computed<Watchlist>(
    () =>
      lists.value.find(({ name }) => name === asked.value) ??
      lists.value[0] ?? { name: freeName([], ""), entries: [] },
  );
  const others = (): Watchlist[] => lists.value.filter(({ name }) => name !== list.value.name);

  /** Whoever has no lists yet sees what the server has. */
  async function suggestFirst(): Promise<void> {
    if (lists.value.length > 0) return;
    const found = await feed.search("", FIRST_SYMBOLS).catch(() => []);
    if (lists.value.length > 0 || found.length === 0) return;
    saved.suggest([{ name: freeName([], ""), entries: found.map(({ symbol }) => symbol) }]);
  }
  watch(heard, suggestFirst);
  useTimeoutFn(() => heard.value || suggestFirst(), PATIENCE_MS);

  function choose(name: string): void {
    asked.value = name;
    panel.keep({ list: name });
  }
  /** Put another list in the place of this one. */
  function write(next: Watchlist): void {
    const { name } = list.value;
    const isNew = !lists.value.some((one) => one.name === name);
    const all = isNew ? [...lists.value, next] : lists.value;
    saved.change(all.map((one) => (one.name === name ? next : one)));
  }
  const writeEntries = (entries: readonly string[]): void => write({ ...list.value, entries });

  return {
    list,
    choose,
    write: writeEntries,
    add: (entry: string, after: string | null = null) =>
      writeEntries(added(list.value.entries, [entry], after)),
    make: (wished: string, entries: readonly string[]): void => {
      const name = freeName(lists.value, wished);
      saved.change([...lists.value, { name, entries }]);
      choose(name);
    },
    rename: (wished: string): void => {
      const name = freeName(others(), wished);
      write({ ...list.value, name });
      choose(name);
    },
    remove: () => saved.change(others()),
  };
}
