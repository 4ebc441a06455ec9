/** What the feed of a symbol offers; the screen shows nothing that it does not. */

import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import type { SymbolFeatures } from "@/plugins/feedTypes";

/** Of an instrument as `resolveSymbol` gives it; nothing is missing where nothing is said. */
export function featuresOf(instrument: LibrarySymbolInfo | null): SymbolFeatures {
  const said = { ...instrument } as LibrarySymbolInfo & Partial<SymbolFeatures>;
  const { has_quotes = true, has_trades = true, has_depth = true } = said;
  return { has_quotes, has_trades, has_depth };
}

/** How late its data come, in words; empty in real time. */
export function delayOf(instrument: LibrarySymbolInfo | null): string {
  if (instrument?.data_status !== "delayed_streaming") return "";
  const seconds = instrument.delay ?? 0;
  return seconds < 60 ? `delayed ${seconds} s` : `delayed ${Math.round(seconds / 60)} min`;
}
