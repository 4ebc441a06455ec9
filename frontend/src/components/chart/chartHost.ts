/** The place that a chart library fills: the page knows this and no library. */

import type { Bar } from "@public/trading_terminal/charting_library";
import type { ChartDrawings } from "./drawings/drawing";
import type { ChartStudies } from "./studies/study";
import type { ChartTrading } from "./trading/chartTrading";
import type { ChartView } from "./view/chartView";

/** What a chart shows, and how its numbers and times are written. */
export interface ChartSubject {
  symbol: string;
  /** TradingView's spelling: `"1"`, `"60"`, `"1D"`. */
  resolution: string;
  priceDecimals: number;
  volumeDecimals: number;
  /** IANA name of the exchange's zone. */
  timezone: string;
  /** TradingView's spelling of when it trades: `24x7`, `0930-1600`. */
  session: string;
}

/** A stretch of the past, ascending by time; `more` says whether older bars exist. */
export interface HistoryPage {
  bars: Bar[];
  more: boolean;
}

/**
 * Load the newest `count` bars that start before `before` (Unix ms; null: up to now).
 *
 * The chart asks; a rejection leaves what is shown, and the next scroll asks again.
 */
export type LoadHistory = (before: number | null, count: number) => Promise<HistoryPage>;

/** The bar under the crosshair with the one before it, which its change refers to. */
export interface HoveredBar {
  bar: Bar;
  previous: Bar | null;
}

/** Colours that a reader tells apart: of lines that mean nothing by themselves. */
export const SERIES_COLORS = [
  "series1",
  "series2",
  "series3",
  "series4",
  "series5",
  "series6",
] as const;
export type SeriesColor = (typeof SERIES_COLORS)[number];

/** Colours as a canvas takes them, read from the page's tokens. */
export type ChartColors = Record<
  "bg" | "surface" | "raised" | "line" | "text" | "muted" | "accent" | "up" | "down" | SeriesColor,
  string
>;

export interface ChartEvents {
  onHover(hovered: HoveredBar | null): void;
}

/** What the page asks of a chart; `host` is null until its library has come. */
export interface ChartControls extends Pick<ChartHost, "update" | "reload" | "scrollToNewest"> {
  readonly host: ChartHost | null;
}

/** The dialogs of a library that brings its own indicators and drawings, and keeps them. */
export interface OwnDialogs {
  openStudies(): void;
  toggleTools(): void;
}

export interface ChartHost {
  /** Null where the library has dialogs of its own. */
  readonly studies: ChartStudies | null;
  /** Null where the library has dialogs of its own. */
  readonly drawings: ChartDrawings | null;
  readonly view: ChartView;
  /** Orders, positions and fills; null where the library shows them itself. */
  readonly trading: ChartTrading | null;
  readonly own: OwnDialogs | null;
  /** Show a subject from its newest bars; what was shown before is dropped. */
  show(subject: ChartSubject, load: LoadHistory): void;
  /** Take a newer state of the last bar, or the bar after it; painted at most once a frame. */
  update(bar: Bar): void;
  /** Load anew what is shown and keep the place: bars were missed or replaced. */
  reload(): void;
  /** Move to the newest bar. */
  scrollToNewest(): void;
  applyColors(colors: ChartColors): void;
  /** Release everything; no other method is called afterwards. */
  dispose(): void;
}
