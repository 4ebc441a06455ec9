import { shallowRef, watch, type Ref } from "vue";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import { useMarketFeed } from "@/composables/marketFeed";

/** What the symbol of a panel is; null while it is looked up, and when nobody knows it. */
export function usePanelInstrument(symbol: Ref<string>): Ref<LibrarySymbolInfo | null> {
  const feed = useMarketFeed();
  const instrument = shallowRef<LibrarySymbolInfo | null>(null);
  watch(
    symbol,
    async (name) => {
      instrument.value = null;
      const found = await feed.resolve(name).catch(() => null);
      if (name === symbol.value) instrument.value = found;
    },
    { immediate: true },
  );
  return instrument;
}
