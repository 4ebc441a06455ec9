/** Styles, scales and places of klinecharts. */

import type { Chart, DeepPartial, KLineData, Styles } from "klinecharts";
import { isDaily, lengthMs } from "../../formatting/resolutions";
import { fade } from "../chartColors";
import type { ChartColors, ChartSubject, HoveredBar } from "../chartHost";
import { fromKLine, type KLineHistory } from "../klineHistory";
import { FIRST_VIEW, type ChartStyle, type ChartView, type ViewSettings } from "./chartView";
import { showSessionBreaks } from "./klineSessionBreaks";

const CANDLES = "candle_pane";
const TYPES = {
  candles: "candle_solid",
  hollow: "candle_up_stroke",
  bars: "ohlc",
  line: "area",
  area: "area",
} as const;
const AXES = { linear: "normal", logarithm: "logarithm", percentage: "percentage" } as const;
/** Distances from bar to bar that are drawn, in px. */
export const NARROWEST = 0.5;
const WIDEST = 50;
const SHORTEST_MONTH = 28 * 86_400_000;
/** Part of the width that a range takes: the rest is free for what comes next. */
const FILLED = 0.94;

export class KlineView implements ChartView {
  private _settings: ViewSettings = FIRST_VIEW;
  private _subject: ChartSubject | null = null;

  constructor(
    private readonly _chart: Chart,
    private readonly _history: KLineHistory,
    private _colors: ChartColors,
  ) {}

  apply(settings: ViewSettings): void {
    const { scale, inverted } = settings;
    this._settings = settings;
    this._chart.setStyles(styleOf(settings.style, this._colors));
    this._chart.overrideYAxis({ paneId: CANDLES, name: AXES[scale], reverse: inverted });
    this._showBreaks();
  }

  /** The chart has turned to another subject. */
  turnTo(subject: ChartSubject): void {
    this._subject = subject;
    this._showBreaks();
  }

  paint(colors: ChartColors): void {
    this._colors = colors;
    this.apply(this._settings);
  }

  showFrom(from: number): void {
    this._reach(from, () => {
      const bars = this._chart.getDataList();
      const count = bars.length - Math.max(0, firstSince(bars, from));
      const space = (this._width() * FILLED) / Math.max(1, count);
      this._chart.setBarSpace(Math.min(WIDEST, Math.max(NARROWEST, space)));
      this._chart.scrollToRealTime();
    });
  }

  goTo(time: number): void {
    const half = Math.floor(this._width() / this._chart.getBarSpace().bar / 2);
    // What stands left of it is needed too: the library scrolls little beyond its first bar.
    this._reach(time - half * this._barLength(), () => {
      const bars = this._chart.getDataList();
      const found = firstSince(bars, time);
      this._chart.scrollToDataIndex((found < 0 ? bars.length - 1 : found) + half);
    });
  }

  autoScale(): void {
    this._chart.overrideYAxis({ paneId: CANDLES, name: AXES[this._settings.scale] });
  }

  point(time: number | null): HoveredBar | null {
    const bars = this._chart.getDataList();
    const index = time === null ? -1 : bars.findLastIndex((bar) => bar.timestamp <= time);
    const bar = bars[index];
    const place = this._chart.convertToPixel({ dataIndex: index });
    const x = Array.isArray(place) ? place[0]?.x : place.x;
    // On the pane of the times it has no height: a line across the prices would lie.
    const crosshair = bar && x !== undefined ? { x, paneId: "x_axis_pane" } : undefined;
    (this._chart.executeAction as (type: "onCrosshairChange", data?: object) => void)(
      "onCrosshairChange",
      crosshair,
    );
    const previous = bars[index - 1];
    return bar ? { bar: fromKLine(bar), previous: previous ? fromKLine(previous) : null } : null;
  }

  async picture(): Promise<ImageBitmap> {
    const url = this._chart.getConvertPictureUrl(true, "png", this._colors.bg);
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (c) => c.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: "image/png" }));
  }

  /** Load the bars since a moment, then act; what is there already is not asked for again. */
  private _reach(from: number, then: () => void): void {
    const oldest = this._history.oldestDrawn(this._chart.getDataList());
    if (oldest !== null && oldest <= from) {
      then();
      return;
    }
    const count = Math.ceil((Date.now() - from) / this._barLength()) + 1;
    this._history.expect(count, then);
    this._chart.resetData();
  }

  private _barLength(): number {
    return lengthMs(this._subject?.resolution ?? "") ?? SHORTEST_MONTH;
  }

  private _width(): number {
    return this._chart.getSize(CANDLES, "main")?.width ?? 0;
  }

  private _showBreaks(): void {
    const subject = this._subject;
    const shown = subject && this._settings.sessionBreaks && !isDaily(subject.resolution);
    const lines = shown && { ...subject, color: fade(this._colors.muted, 0.55) };
    showSessionBreaks(this._chart, lines || null);
  }
}

function firstSince(bars: readonly KLineData[], time: number): number {
  return bars.findIndex(({ timestamp }) => timestamp >= time);
}

function styleOf(style: ChartStyle, colors: ChartColors): DeepPartial<Styles> {
  const fill = [
    { offset: 0, color: fade(colors.accent, 0.02) },
    { offset: 1, color: fade(colors.accent, 0.22) },
  ];
  return {
    candle: {
      type: TYPES[style],
      area: {
        lineColor: colors.accent,
        lineSize: 1.5,
        backgroundColor: style === "line" ? "transparent" : fill,
        point: { show: false, animation: false },
      },
    },
  };
}
