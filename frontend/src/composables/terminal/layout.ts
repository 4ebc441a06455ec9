import { StorageSerializers, useDebounceFn, useStorage } from "@vueuse/core";
import { useStorageName } from "@/composables/sources";

const FIRST_SYMBOL = "AAPL";
const KEPT_AFTER_MS = 300;

/** The layout that this browser was left with. */
export function useLayout() {
  const name = useStorageName("layout");
  const stored = useStorage<unknown>(name, null, undefined, {
    serializer: StorageSerializers.object,
  });
  const symbol = useStorage(useStorageName("symbol"), FIRST_SYMBOL);
  return {
    symbol: symbol.value,
    first: stored.value,
    /** Keep it soon: a drag is many layouts. */
    keep: useDebounceFn((layout: unknown) => (stored.value = layout), KEPT_AFTER_MS),
    /** Keep it before the page goes, past anything that waits. */
    keepNow: (layout: unknown) => localStorage.setItem(name, JSON.stringify(layout)),
  };
}
