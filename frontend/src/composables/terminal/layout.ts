import { StorageSerializers, useDebounceFn, useStorage } from "@vueuse/core";
import { useStorageName } from "@/composables/sources";

const FIRST_SYMBOL = "AAPL";
const KEPT_AFTER_MS = 300;

/** The layout that this browser was left with. */
export function useLayout() {
  const stored = useStorage<unknown>(useStorageName("layout"), null, undefined, {
    serializer: StorageSerializers.object,
  });
  const symbol = useStorage(useStorageName("symbol"), FIRST_SYMBOL);
  return {
    symbol: symbol.value,
    first: stored.value,
    keep: useDebounceFn((layout: unknown) => (stored.value = layout), KEPT_AFTER_MS),
  };
}
