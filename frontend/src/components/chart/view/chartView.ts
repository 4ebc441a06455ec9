/** How a chart is looked at: its style, its scale, and the stretch of time on the screen. */

import type { HoveredBar } from "../chartHost";

export const CHART_STYLES = {
  candles: "Candles",
  hollow: "Hollow candles",
  bars: "Bars",
  line: "Line",
  area: "Area",
} as const;
export type ChartStyle = keyof typeof CHART_STYLES;

export const SCALES = {
  linear: "Linear",
  logarithm: "Logarithmic",
  percentage: "Percent",
} as const;
export type Scale = keyof typeof SCALES;

export interface ViewSettings {
  style: ChartStyle;
  scale: Scale;
  /** Higher prices below. */
  inverted: boolean;
  /** A line where a session begins. */
  sessionBreaks: boolean;
}

export const FIRST_VIEW: ViewSettings = {
  style: "candles",
  scale: "linear",
  inverted: false,
  sessionBreaks: true,
};

/** The part of a chart that is looked through. */
export interface ChartView {
  apply(settings: ViewSettings): void;
  /** Show all bars from `from` (Unix ms) to the newest, loading what is missing of them. */
  showFrom(from: number): void;
  /** Show the bar at a moment (Unix ms) in the middle, or the oldest that could be loaded. */
  goTo(time: number): void;
  /** Let the scale of the prices follow the bars again. */
  autoScale(): void;
  /** Mark the moment that a linked chart points at, and return its bar here; null: none. */
  point(time: number | null): HoveredBar | null;
  /** The chart as it is painted. */
  picture(): Promise<ImageBitmap>;
}

/** Read what a layout has kept of the view; what is not understood is as at first. */
export function viewFrom(kept: unknown): ViewSettings {
  const found = (typeof kept === "object" && kept !== null ? kept : {}) as Partial<ViewSettings>;
  const { style, scale, inverted, sessionBreaks } = found;
  return {
    style: style !== undefined && style in CHART_STYLES ? style : FIRST_VIEW.style,
    scale: scale !== undefined && scale in SCALES ? scale : FIRST_VIEW.scale,
    inverted: inverted === true,
    sessionBreaks: sessionBreaks !== false,
  };
}
