import { useStorage } from "@vueuse/core";
import { computed, ref, shallowRef } from "vue";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import type { MarketFeed } from "./marketFeed";
import { useStorageName } from "./sources";
import { problemOf, type Problem } from "./problem";

const FIRST_SYMBOL = "AAPL";
const FIRST_RESOLUTION = "1";

/** What the page's address asks for, and what a layout has kept. */
export interface AskedInstrument {
  symbol?: string | undefined;
  resolution?: string | undefined;
  kept?: { symbol?: string; resolution?: string };
}

/**
 * Which instrument and resolution a chart shows: those of the address, else those of its layout,
 * else the last choice, else AAPL.
 */
export function useChosenInstrument(feed: MarketFeed, asked: AskedInstrument) {
  const lastSymbol = useStorage(useStorageName("symbol"), FIRST_SYMBOL);
  const lastResolution = useStorage(useStorageName("resolution"), FIRST_RESOLUTION);
  const symbol = ref(asked.symbol ?? asked.kept?.symbol ?? lastSymbol.value);
  const wanted = ref(asked.resolution ?? asked.kept?.resolution ?? lastResolution.value);
  const instrument = shallowRef<LibrarySymbolInfo | null>(null);
  const problem = shallowRef<Problem | null>(null);
  /** Those of the symbol, or of the one before while it is being looked up: nothing jumps. */
  const resolutions = shallowRef<readonly string[]>([]);
  let wasAsked = asked.symbol !== undefined;
  const resolution = computed(() =>
    nearest(wanted.value, instrument.value?.supported_resolutions ?? []),
  );

  /** Learn what the symbol is; an answer that a newer choice has overtaken is dropped. */
  async function resolve(): Promise<void> {
    const name = symbol.value;
    try {
      const found = await feed.resolve(name);
      if (name !== symbol.value) return;
      instrument.value = found;
      resolutions.value = found.supported_resolutions ?? [];
      problem.value = null;
    } catch (error) {
      if (name === symbol.value) await giveUp(problemOf(error));
    }
  }

  /** A symbol that nobody asked for and the feed lacks gives way to the feed's first. */
  async function giveUp(failure: Problem): Promise<void> {
    const name = symbol.value;
    const isMissing = !wasAsked && failure.code === "unknown_symbol";
    const [first] = !isMissing ? [] : await feed.search("", 1).catch(() => []);
    if (name !== symbol.value) return;
    if (first) choose(first.symbol);
    else problem.value = failure;
  }

  function choose(name: string): void {
    if (name === symbol.value) return;
    wasAsked = true;
    symbol.value = lastSymbol.value = name;
    instrument.value = null;
    problem.value = null;
    void resolve();
  }

  function chooseResolution(name: string): void {
    wanted.value = lastResolution.value = name;
  }

  return {
    symbol,
    resolution,
    resolutions,
    instrument,
    problem,
    resolve,
    choose,
    chooseResolution,
  };
}

/** Keep the wanted resolution where the symbol has it (`D` is `1D`), else take its first. */
function nearest(wanted: string, offered: readonly string[]): string {
  const canonical = /^[DWM]$/.test(wanted) ? `1${wanted}` : wanted;
  return offered.length === 0 || offered.includes(canonical)
    ? canonical
    : (offered[0] ?? canonical);
}
