import { computed } from "vue";
import { decimalsOf } from "@/components/formatting/numbers";
import { useMarketTape } from "@/composables/marketTape";
import { featuresOf } from "@/services/symbolFeatures";
import { usePanel } from "./panel";
import { usePanelInstrument } from "./panelInstrument";

/** The trades or the book of a panel's symbol, while the panel can be seen. */
export function usePanelTape(part: "trades" | "depth") {
  const panel = usePanel();
  const symbol = computed(() => panel.link.value.symbol.value);
  const instrument = usePanelInstrument(symbol);
  const offered = computed(() => {
    const known = instrument.value;
    if (!known) return null;
    const { has_trades: trades, has_depth: depth } = featuresOf(known);
    return known.data_status === "endofday" ? false : { trades, depth }[part];
  });
  const subject = computed(() =>
    panel.visible.value && offered.value
      ? { symbol: symbol.value, trades: part === "trades", depth: part === "depth" }
      : null,
  );
  return {
    symbol,
    offered,
    ...useMarketTape(subject),
    priceDecimals: computed(() => decimalsOf(instrument.value?.pricescale ?? 100)),
    sizeDecimals: computed(() => instrument.value?.volume_precision ?? 0),
    zone: computed(() => instrument.value?.timezone ?? "UTC"),
  };
}
