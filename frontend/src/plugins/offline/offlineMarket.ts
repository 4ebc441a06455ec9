/**
 * A market without a server: one symbol that was never traded, for looking at the screen.
 *
 * A pure function of time: what it was at a moment it is again, in every tab.
 */

import type {
  Bar,
  DatafeedQuoteValues,
  LibrarySymbolInfo,
  QuoteData,
  ResolutionString,
} from "@public/trading_terminal/charting_library";
import type { ApiAdapterType, History, HistoryRange } from "../apiAdapter";
import { ApiError } from "../apiAnswer";
import type { SymbolFeatures } from "../feedTypes";
import type { Mockers } from "../wsAdapter";

const SYMBOL = "DEMO";
const RESOLUTIONS = ["1"] as ResolutionString[];
const MINUTE_MS = 60_000;
const TICK_MS = 500;
const TICKS_A_MINUTE = MINUTE_MS / TICK_MS;
const DAY_TICKS = 1440 * TICKS_A_MINUTE;
const MOST_BARS = 3000;
/** So many days are there; nothing is older. */
const PAST_MS = 5 * 1440 * MINUTE_MS;

export class OfflineMarket implements ApiAdapterType {
  private readonly first: number;

  constructor(private readonly now: () => number = Date.now) {
    this.first = Math.floor((now() - PAST_MS) / MINUTE_MS) * MINUTE_MS;
  }

  /** What feeds the streams; a listener hears the state of the moment whenever it asks. */
  mockers(): Mockers {
    return {
      quotesMocker: () => this.quote(),
      barsMocker: () => barAt(this.now(), this.tick),
    };
  }

  /** The touch, which orders execute against. */
  touch(): { bid: number; ask: number } {
    const price = priceAt(this.tick);
    return { bid: price, ask: round(price + 0.01) };
  }

  configuration(): ReturnType<ApiAdapterType["configuration"]> {
    return Promise.resolve({
      feed: "offline demo",
      supported_resolutions: RESOLUTIONS,
      supports_quotes: true,
      supports_trades: false,
      supports_depth: false,
    });
  }

  search(): ReturnType<ApiAdapterType["search"]> {
    const { description, exchange, type } = INSTRUMENT;
    return Promise.resolve([{ symbol: SYMBOL, ticker: SYMBOL, description, exchange, type }]);
  }

  resolve(symbol: string): Promise<LibrarySymbolInfo> {
    return symbol === SYMBOL ? Promise.resolve(INSTRUMENT) : Promise.reject(unknown(symbol));
  }

  bars(symbol: string, _resolution: string, range: HistoryRange): Promise<History> {
    if (symbol !== SYMBOL) return Promise.reject(unknown(symbol));
    const newest = Math.min(range.to - 1, this.now());
    const count = Math.min(range.countBack ?? MOST_BARS, MOST_BARS);
    const last = Math.floor(newest / MINUTE_MS) * MINUTE_MS;
    const from = Math.max(this.first, last - (count - 1) * MINUTE_MS);
    const bars: Bar[] = [];
    for (let time = from; time <= last; time += MINUTE_MS) bars.push(barAt(time, this.tick));
    return Promise.resolve({ bars, meta: { noData: bars.length === 0 } });
  }

  quotes(symbols: string[]): Promise<QuoteData[]> {
    const quoteOf = (symbol: string): QuoteData =>
      symbol === SYMBOL
        ? this.quote()
        : { s: "error", n: symbol, v: { error: unknown(symbol).message } };
    return Promise.resolve(symbols.map(quoteOf));
  }

  serverTime(): Promise<number> {
    return Promise.resolve(Math.floor(this.now() / 1000));
  }

  private get tick(): number {
    return Math.floor(this.now() / TICK_MS);
  }

  private quote(): QuoteData {
    const { bid, ask } = this.touch();
    const before = priceAt(this.tick - DAY_TICKS);
    const v: DatafeedQuoteValues = {
      lp: bid,
      bid,
      ask,
      spread: 0.01,
      ch: round(bid - before),
      chp: round((100 * (bid - before)) / before),
      prev_close_price: before,
      short_name: SYMBOL,
    };
    return { s: "ok", n: SYMBOL, v };
  }
}

const INSTRUMENT = {
  name: SYMBOL,
  ticker: SYMBOL,
  description: "Offline demo, invented in this browser",
  type: "demo",
  exchange: "DEMO",
  listed_exchange: "DEMO",
  session: "24x7",
  timezone: "Etc/UTC",
  format: "price",
  minmov: 1,
  pricescale: 100,
  volume_precision: 0,
  has_intraday: true,
  currency_code: "USD",
  data_status: "streaming",
  supported_resolutions: RESOLUTIONS,
  has_quotes: true,
  has_trades: false,
  has_depth: false,
} satisfies LibrarySymbolInfo & SymbolFeatures;

function unknown(symbol: string): ApiError {
  const message = `the offline demo has ${SYMBOL} alone, got ${symbol}`;
  return new ApiError("unknown_symbol", message, 404);
}

/** The bar that starts in the minute of `time`, as far as it goes at `newestTick`. */
function barAt(time: number, newestTick: number): Bar {
  const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
  const first = start / TICK_MS;
  const last = Math.min(first + TICKS_A_MINUTE - 1, newestTick);
  const bar = { time: start, open: priceAt(first), high: 0, low: Infinity, close: 0, volume: 0 };
  for (let tick = first; tick <= last; tick += 1) {
    const price = priceAt(tick);
    bar.high = Math.max(bar.high, price);
    bar.low = Math.min(bar.low, price);
    bar.close = price;
    bar.volume += Math.ceil(40 * noise(tick * 7));
  }
  return bar;
}

/** Slow swings with smaller and quicker ones on them. */
function priceAt(tick: number): number {
  const swing = [9000, 1500, 240, 40, 6].map((ticks, index) => {
    const size = [9, 3, 1, 0.35, 0.12][index] ?? 0;
    return size * (smooth(tick / ticks + 17 * index) - 0.5);
  });
  return round(100 + swing.reduce((sum, each) => sum + each, 0));
}

function smooth(at: number): number {
  const left = Math.floor(at);
  const part = at - left;
  const eased = part * part * (3 - 2 * part);
  return noise(left) * (1 - eased) + noise(left + 1) * eased;
}

/** A number in [0, 1) that an integer always has. */
function noise(of: number): number {
  let mixed = Math.imul(of ^ (of >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

const round = (value: number): number => Math.round(value * 100) / 100;
