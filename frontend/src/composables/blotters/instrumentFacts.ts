import { shallowReactive } from "vue";
import { decimalsOf } from "@/components/formatting/numbers";
import { useMarketFeed } from "@/composables/marketFeed";

/** What it takes to write an instrument's numbers and times. */
export interface InstrumentFacts {
  priceDecimals: number;
  qtyDecimals: number;
  zone: string;
  currency: string;
}

const UNKNOWN: InstrumentFacts = { priceDecimals: 2, qtyDecimals: 8, zone: "UTC", currency: "" };

/** Look instruments up as they are met; the first answer changes what was written by then. */
export function useInstrumentFacts(): (symbol: string) => InstrumentFacts {
  const feed = useMarketFeed();
  const known = shallowReactive(new Map<string, InstrumentFacts>());
  const asked = new Set<string>();

  async function look(symbol: string): Promise<void> {
    const found = await feed.resolve(symbol).catch(() => null);
    if (!found) return void asked.delete(symbol);
    known.set(symbol, {
      priceDecimals: decimalsOf(found.pricescale),
      qtyDecimals: found.volume_precision ?? 0,
      zone: found.timezone,
      currency: found.currency_code ?? "",
    });
  }
  return (symbol) => {
    const facts = known.get(symbol);
    if (!facts && !asked.has(symbol)) {
      asked.add(symbol);
      void look(symbol);
    }
    return facts ?? UNKNOWN;
  };
}
