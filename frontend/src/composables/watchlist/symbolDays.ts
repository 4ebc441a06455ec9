/** What a row shows beside its quote and asks for once: what the symbol is, and its bars of the day. */

import type { MarketFeed } from "@/composables/marketFeed";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";

/** From the one that draws a day best; `1D` draws a month. */
const RESOLUTIONS = ["15", "5", "30", "60", "1D"];
const BARS = { "5": 288, "15": 96, "30": 48, "60": 24 } as Record<string, number>;
const DAYS = 22;
const DAY_MS = 86_400_000;
const AT_ONCE = 3;

export interface SymbolDay {
  instrument: LibrarySymbolInfo;
  /** Closes, ascending by time; of the newest day that has bars, or of a month of days. */
  closes: number[];
}

/** Asks for days, a few at a time, those of the rows that were seen last first. */
export class SymbolDays {
  private readonly _waiting: (() => Promise<void>)[] = [];
  private _running = 0;

  constructor(private readonly _feed: MarketFeed) {}

  /** Rejects where the server does not know the symbol. */
  read(symbol: string): Promise<SymbolDay> {
    return new Promise((resolve, reject) => {
      this._waiting.push(() => this._ask(symbol).then(resolve, reject));
      this._next();
    });
  }

  private _next(): void {
    if (this._running >= AT_ONCE) return;
    const ask = this._waiting.pop();
    if (!ask) return;
    this._running += 1;
    void ask().finally(() => {
      this._running -= 1;
      this._next();
    });
  }

  private async _ask(symbol: string): Promise<SymbolDay> {
    const instrument = await this._feed.resolve(symbol);
    const offered: readonly string[] = instrument.supported_resolutions ?? [];
    const resolution = RESOLUTIONS.find((one) => offered.includes(one));
    if (resolution === undefined) return { instrument, closes: [] };
    const range = { before: null, count: BARS[resolution] ?? DAYS };
    const { bars } = await this._feed.history(symbol, resolution, range);
    const from = resolution === "1D" ? -Infinity : (bars.at(-1)?.time ?? 0) - DAY_MS;
    const closes = bars.filter(({ time }) => time > from).map(({ close }) => close);
    return { instrument, closes };
  }
}
