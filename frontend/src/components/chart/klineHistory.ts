/** Answers klinecharts' requests for bars from the page's history, one subject at a time. */

import type {
  DataLoader,
  DataLoaderGetBarsParams,
  DataLoaderSubscribeBarParams,
  KLineData,
} from "klinecharts";
import type { Bar } from "@public/trading_terminal/charting_library";
import type { BarCoalescer } from "./barCoalescer";
import type { LoadHistory } from "./chartHost";

/** First paint is fast with few bars; older ones come in larger pages while one scrolls. */
const FIRST_PAGE = 500;
const OLDER_PAGE = 1000;
/** What one request may ask for. */
const MOST = 10_000;

export function toKLine(bar: Bar): KLineData {
  const { time, open, high, low, close, volume = 0 } = bar;
  // A feed of bars does not tell the turnover: the typical price stands for those of its trades.
  const turnover = ((high + low + close) / 3) * volume;
  return { timestamp: time, open, high, low, close, volume, turnover };
}

export function fromKLine(data: KLineData): Bar {
  const { timestamp, open, high, low, close, volume } = data;
  return { time: timestamp, open, high, low, close, volume: volume ?? 0 };
}

export class KLineHistory implements DataLoader {
  private _load: LoadHistory | null = null;
  /** Answers to an older subject, or from before a reload, are dropped. */
  private _generation = 0;
  private _firstPage = FIRST_PAGE;
  /** Whether what is drawn belongs to the subject that is served now. */
  private _drawn = false;
  private _afterFirst: (() => void) | null = null;

  constructor(private readonly _live: BarCoalescer) {}

  /** The start of the oldest bar that is drawn of what is served, in Unix ms; null before it is. */
  oldestDrawn(bars: readonly KLineData[]): number | null {
    return this._drawn ? (bars[0]?.timestamp ?? null) : null;
  }

  /** Serve nothing until `serve`: klinecharts asks at each change of symbol and of period. */
  hold(): void {
    this._generation += 1;
    this._load = null;
    this._live.close();
    this._live.clear();
  }

  serve(load: LoadHistory): void {
    this._load = load;
    this._drawn = false;
    this._firstPage = FIRST_PAGE;
    this._afterFirst = null;
  }

  /** Let the next first page hold at least `count` bars, then call back: a reload keeps its place. */
  expect(count: number, afterFirst: () => void): void {
    this._firstPage = Math.min(MOST, Math.max(FIRST_PAGE, count));
    this._afterFirst = afterFirst;
  }

  readonly getBars = async (request: DataLoaderGetBarsParams): Promise<void> => {
    const first = request.type === "init";
    if (first) this._generation += 1;
    const generation = this._generation;
    // What klinecharts calls forward is the past: the bars in front of those it has.
    if (!this._load || (!first && request.type !== "forward")) return;
    const page = await this._page(request.timestamp, first ? this._firstPage : OLDER_PAGE);
    if (generation !== this._generation) return;
    // No answer to a failed reload: what is drawn stays. The bars of another subject must not.
    if (page) request.callback(page.bars.map(toKLine), { forward: page.more });
    else if (!first) request.callback([], { forward: true });
    else if (!this._drawn) request.callback([], { forward: false });
    if (page) this._drawn = true;
    if (page && first) this._finishFirst();
  };

  readonly subscribeBar = ({ callback }: DataLoaderSubscribeBarParams): void => {
    this._live.open((bar) => callback(toKLine(bar)));
  };

  readonly unsubscribeBar = (): void => this._live.close();

  private async _page(before: number | null, count: number) {
    try {
      return await this._load?.(before, count);
    } catch {
      // The page that owns `load` has shown the failure; here it only means: nothing came.
      return null;
    }
  }

  private _finishFirst(): void {
    this._firstPage = FIRST_PAGE;
    const then = this._afterFirst;
    this._afterFirst = null;
    then?.();
  }
}
