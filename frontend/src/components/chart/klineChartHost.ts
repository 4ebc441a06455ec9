/** The chart drawn by klinecharts; imported lazily, for the library touches `window` at once. */

import { dispose, init } from "klinecharts";
import type { AxisCreateTicksParams, AxisTick, Chart, Crosshair, Period } from "klinecharts";
import type { Bar } from "@public/trading_terminal/charting_library";
import { formatVolumeTick } from "../formatting/numbers";
import { parseResolution } from "../formatting/resolutions";
import { formatBarTime, formatRemaining, zoneOfBars } from "../formatting/times";
import { BarCoalescer } from "./barCoalescer";
import { KlineDrawings } from "./drawings/klineDrawings";
import type {
  ChartColors,
  ChartEvents,
  ChartHost,
  ChartSubject,
  HoveredBar,
  LoadHistory,
} from "./chartHost";
import { KLineHistory, fromKLine } from "./klineHistory";
import { klineStyles } from "./klineStyles";
import { pacedFrames } from "./pacedFrames";
import { KlineStudies } from "./studies/klineStudies";
import { localClock, timeTicks } from "./timeTicks";
import { KlineTrading } from "./trading/klineTrading";
import { KlineView, NARROWEST } from "./view/klineView";

/** Narrower than this, in px, two labels of the time axis would touch. */
const TICK_DISTANCE = 84;
/** Distance from bar to bar, in px: some two hundred on a wide screen. */
const BAR_SPACE = 7;
/** Part of the width left free for what comes next. */
const FREE_RIGHT = 0.05;
/** How far one may scroll beyond the first and the newest bar, as parts of the width. */
const MOST_FREE_LEFT = 0.1;
const MOST_FREE_RIGHT = 0.6;

export class KlineChartHost implements ChartHost {
  readonly studies: KlineStudies;
  readonly drawings: KlineDrawings;
  readonly view: KlineView;
  readonly trading: KlineTrading;
  readonly own = null;
  private readonly _chart: Chart;
  private readonly _live = new BarCoalescer(pacedFrames());
  private readonly _history = new KLineHistory(this._live);
  private readonly _resized: ResizeObserver;
  private _subject: ChartSubject | null = null;
  private _pointerX: number | null = null;

  constructor(
    private readonly _element: HTMLElement,
    colors: ChartColors,
    private readonly _events: ChartEvents,
  ) {
    const chart = init(_element, {
      styles: klineStyles(colors),
      decimalFold: { threshold: 99 },
      layout: { barSpaceLimit: { min: NARROWEST } },
    });
    if (!chart) throw new Error("the chart could not be made in this element");
    this._chart = chart;
    this.studies = new KlineStudies(chart, colors);
    this.drawings = new KlineDrawings(chart, colors);
    this.view = new KlineView(chart, this._history, colors);
    this.trading = new KlineTrading(chart, colors);
    this._chart.overrideXAxis({ createTicks: (params) => this._timeTicks(params) });
    this._chart.setFormatter({
      formatDate: ({ timestamp }) => this._barTime(timestamp),
      formatBigNumber: (value) => formatVolumeTick(Number(value)),
      formatExtendText: ({ data }) => this._remaining(data.timestamp),
    });
    this._arrange();
    this._chart.subscribeAction("onCrosshairChange", this._pointed);
    // Bars also pass under a pointer that rests: by scroll, by zoom, by the next bar.
    this._chart.subscribeAction("onVisibleRangeChange", this._tellHovered);
    _element.addEventListener("mouseleave", this._left);
    this._resized = new ResizeObserver(() => this._chart.resize());
    this._resized.observe(_element);
  }

  show(subject: ChartSubject, load: LoadHistory): void {
    this._subject = subject;
    this._history.hold();
    this._events.onHover(null);
    this._chart.setTimezone(zoneOfBars(subject.resolution, subject.timezone));
    this._chart.setSymbol({
      ticker: subject.symbol,
      pricePrecision: subject.priceDecimals,
      volumePrecision: subject.volumeDecimals,
    });
    this._chart.setPeriod(periodOf(subject.resolution));
    this.view.turnTo(subject);
    this._history.serve(load);
    this._chart.setDataLoader(this._history);
  }

  update(bar: Bar): void {
    this._live.add(bar);
  }

  reload(): void {
    const bars = this._chart.getDataList();
    const anchor = bars[this._chart.getVisibleRange().to - 1];
    const scrolledBack = anchor !== undefined && anchor !== bars.at(-1);
    this._history.expect(bars.length, () => {
      if (scrolledBack) this._chart.scrollToTimestamp(anchor.timestamp);
    });
    this._chart.resetData();
  }

  scrollToNewest(): void {
    this._chart.scrollToRealTime();
  }

  applyColors(colors: ChartColors): void {
    this._chart.setStyles(klineStyles(colors));
    this.view.paint(colors);
    this.studies.paint(colors);
    this.drawings.paint(colors);
    this.trading.paint(colors);
  }

  dispose(): void {
    this._history.hold();
    this._resized.disconnect();
    this._element.removeEventListener("mouseleave", this._left);
    dispose(this._chart);
  }

  private _arrange(): void {
    const width = this._element.clientWidth;
    this._chart.setBarSpace(BAR_SPACE);
    this._chart.setMaxOffsetLeftDistance(width * MOST_FREE_LEFT);
    this._chart.setMaxOffsetRightDistance(width * MOST_FREE_RIGHT);
    this._chart.setOffsetRightDistance(width * FREE_RIGHT);
    // The library would come first in the order of Tab; its keys work from anywhere.
    const container = this._chart.getDom();
    if (container) container.tabIndex = -1;
  }

  private _barTime(timestamp: number): string {
    const subject = this._subject;
    return subject ? formatBarTime(timestamp, subject.resolution, subject.timezone) : "";
  }

  private _remaining(timestamp: number): string {
    return this._subject ? formatRemaining(timestamp, this._subject.resolution, Date.now()) : "";
  }

  private _timeTicks({ range }: AxisCreateTicksParams): AxisTick[] {
    const subject = this._subject;
    if (!subject) return [];
    const bars = this._chart.getDataList();
    const shown = { from: Math.max(0, range.from), to: Math.min(bars.length, range.to) };
    const minBars = Math.ceil(TICK_DISTANCE / this._chart.getBarSpace().bar);
    const timeAt = (index: number): number => bars[index]?.timestamp ?? 0;
    const zone = zoneOfBars(subject.resolution, subject.timezone);
    return timeTicks(shown, timeAt, localClock(zone), minBars)
      .map(({ index, text }) => ({ text, value: timeAt(index), coord: this._pixelAt(index) }))
      .filter(({ coord }) => coord > TICK_DISTANCE / 4);
  }

  private _pixelAt(dataIndex: number): number {
    const at = this._chart.convertToPixel({ dataIndex });
    return (Array.isArray(at) ? at[0]?.x : at.x) ?? 0;
  }

  private readonly _pointed = (data?: unknown): void => {
    this._pointerX = (data as Crosshair).x ?? null;
    this._tellHovered();
  };

  private readonly _left = (): void => {
    this._pointerX = null;
    this._tellHovered();
  };

  private readonly _tellHovered = (): void => {
    const x = this._pointerX;
    this._events.onHover(x === null ? null : this._barAt(x));
  };

  private _barAt(x: number): HoveredBar | null {
    const point = this._chart.convertFromPixel([{ x }]);
    const index = (Array.isArray(point) ? point[0] : point)?.dataIndex ?? -1;
    const bars = this._chart.getDataList();
    const bar = bars[index];
    const previous = bars[index - 1];
    return bar ? { bar: fromKLine(bar), previous: previous ? fromKLine(previous) : null } : null;
  }
}

function periodOf(resolution: string): Period {
  const parsed = parseResolution(resolution);
  return parsed ? { type: parsed.unit, span: parsed.span } : { type: "minute", span: 1 };
}
