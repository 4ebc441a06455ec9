/** Lines of the account on klinecharts: one overlay of our own, which tells where it has drawn. */

import { registerOverlay } from "klinecharts";
import type { Chart, OverlayCreateFiguresCallbackParams, OverlayFigure } from "klinecharts";
import type { ChartColors } from "../chartHost";
import { formatPrice } from "../../formatting/numbers";
import { fade } from "../chartColors";
import { NOTHING_PLACED, type ChartTrading, type DrawnLine, type Placed } from "./chartTrading";
import { marksOf, type FillMark, type MarkedFill } from "./marks";

const NAME = "accountLines";
const BARS_PANE = "candle_pane";
/** Above drawings and indicators. */
const ON_TOP = 1000;
/** From a bar to its mark, in px. */
const MARK_GAP = 4;
/** From the right edge to the links between lines, in px. */
const LINK_X = 16;
/** Framed, where the last price is filled: that one wins. */
const AXIS_TEXT = {
  style: "stroke_fill",
  family: '"Inter Variable", system-ui, sans-serif',
  size: 11,
  borderSize: 1,
  ...{ paddingLeft: 4, paddingTop: 3, paddingRight: 4, paddingBottom: 3 },
};
const FAINT = 0.55;

type Params = Pick<OverlayCreateFiguresCallbackParams<unknown>, "chart" | "bounding" | "yAxis">;

/** What one overlay draws: the library copies plain values at each change, but no functions. */
interface Scene {
  bars(params: Params): OverlayFigure[];
  axis(params: Params): OverlayFigure[];
}
type SceneOf = () => Scene;

registerOverlay<SceneOf>({
  name: NAME,
  totalStep: 1,
  createPointFigures: (params) => params.overlay.extendData().bars(params),
  createYAxisFigures: (params) => params.overlay.extendData().axis(params),
});

export class KlineTrading implements ChartTrading {
  readonly layer = document.createElement("div");
  private _lines: readonly DrawnLine[] = [];
  private _fills: readonly MarkedFill[] = [];
  private _marks: FillMark[] = [];
  /** What the marks were joined for. */
  private _joined = "";
  private _overlay: string | null = null;
  private _told: Placed = NOTHING_PLACED;
  private _listener: (placed: Placed) => void = () => undefined;

  constructor(
    private readonly _chart: Chart,
    private _colors: ChartColors,
  ) {
    const { style } = this.layer;
    Object.assign(style, { position: "absolute", inset: "0", overflow: "hidden", zIndex: "3" });
    style.pointerEvents = "none";
    this._chart.getDom(BARS_PANE, "main")?.append(this.layer);
  }

  draw(lines: readonly DrawnLine[], fills: readonly MarkedFill[]): void {
    this._lines = lines;
    if (fills !== this._fills) this._joined = "";
    this._fills = fills;
    if (lines.length > 0 || fills.length > 0) this._show();
    else this._hide();
  }

  paint(colors: ChartColors): void {
    this._colors = colors;
  }

  priceAt(y: number): number | null {
    const found = this._chart.convertFromPixel([{ y }], { paneId: BARS_PANE });
    const price = (Array.isArray(found) ? found[0] : found)?.value;
    return this._chart.getDataList().length > 0 && price !== undefined ? price : null;
  }

  onPlaced(listener: (placed: Placed) => void): void {
    this._listener = listener;
    listener(this._told);
  }

  private _show(): void {
    // Another function each time: the library draws anew what differs.
    const scene: Scene = { bars: (params) => this._bars(params), axis: (at) => this._axis(at) };
    const extendData: SceneOf = () => scene;
    if (this._overlay !== null) {
      this._chart.overrideOverlay({ name: NAME, id: this._overlay, extendData });
      return;
    }
    const points = [{ value: 0 }];
    const made = { name: NAME, paneId: BARS_PANE, lock: true, zLevel: ON_TOP, points, extendData };
    this._overlay = this._chart.createOverlay(made) as string | null;
  }

  private _hide(): void {
    if (this._overlay !== null) this._chart.removeOverlay({ id: this._overlay });
    this._overlay = null;
    this._tell(NOTHING_PLACED);
  }

  private _bars({ yAxis, bounding }: Params): OverlayFigure[] {
    const heights = new Map<string, number>();
    for (const { id, price } of this._lines) {
      const y = yAxis?.convertToPixel(price) ?? -1;
      if (y >= 0 && y <= bounding.height) heights.set(id, y);
    }
    this._tell({
      lines: heights,
      marks: this._placeMarks((price) => yAxis?.convertToPixel(price)),
    });
    const lines = this._lines.flatMap((line) => this._line(line, heights, bounding.width));
    return [...this._links(heights, bounding.width - LINK_X), ...lines];
  }

  private _line(line: DrawnLine, heights: Map<string, number>, width: number): OverlayFigure[] {
    const y = heights.get(line.id);
    if (y === undefined) return [];
    const coordinates = [
      { x: 0, y },
      { x: width, y },
    ];
    const style = line.dashed ? "dashed" : "solid";
    const styles = { style, dashedValue: [6, 4], size: 1, color: this._colorOf(line) };
    return [{ type: "line", attrs: { coordinates }, styles, ignoreEvent: true }];
  }

  private _links(heights: Map<string, number>, x: number): OverlayFigure[] {
    return this._lines.flatMap(({ id, parent }) => {
      const [from, to] = [heights.get(parent ?? ""), heights.get(id)];
      if (from === undefined || to === undefined) return [];
      const coordinates = [
        { x, y: from },
        { x, y: to },
      ];
      const styles = { style: "dashed", dashedValue: [2, 3], size: 1, color: this._colors.muted };
      return [{ type: "line", attrs: { coordinates }, styles, ignoreEvent: true }];
    });
  }

  private _axis({ yAxis, bounding, chart }: Params): OverlayFigure[] {
    const precision = chart.getSymbol()?.pricePrecision ?? 2;
    return this._lines.flatMap((line) => {
      const y = yAxis?.convertToPixel(line.price) ?? -1;
      if (y < 0 || y > bounding.height) return [];
      const color = this._colorOf(line);
      const text = formatPrice(line.price, precision);
      const attrs = { x: 0, y, text, width: bounding.width, baseline: "middle" };
      const styles = { ...AXIS_TEXT, color, borderColor: color, backgroundColor: this._colors.bg };
      return [{ type: "text", attrs, styles, ignoreEvent: true }];
    });
  }

  private _colorOf({ color, faint }: DrawnLine): string {
    return faint ? fade(this._colors[color], FAINT) : this._colors[color];
  }

  private _placeMarks(heightOf: (price: number) => number | undefined) {
    const bars = this._chart.getDataList();
    const { from, to } = this._chart.getVisibleRange();
    const joined = `${bars.length} ${bars[0]?.timestamp ?? 0} ${bars.at(-1)?.timestamp ?? 0}`;
    if (joined !== this._joined) {
      this._joined = joined;
      this._marks = marksOf(this._fills, bars.length, (index) => bars[index]?.timestamp ?? 0);
    }
    return this._marks
      .filter(({ index }) => index >= from && index < to)
      .map((mark) => {
        const { index, side } = mark;
        const edge = (side === 1 ? bars[index]?.low : bars[index]?.high) ?? 0;
        const at = this._chart.convertToPixel({ dataIndex: index });
        const x = (Array.isArray(at) ? at[0]?.x : at.x) ?? 0;
        return { mark, x, y: (heightOf(edge) ?? 0) + side * MARK_GAP };
      });
  }

  /** The library paints at each move of the pointer; only what has moved is told. */
  private _tell(placed: Placed): void {
    const same =
      sameEntries(placed.lines, this._told.lines) &&
      placed.marks.length === this._told.marks.length &&
      placed.marks.every(({ mark, x, y }, index) => {
        const told = this._told.marks[index];
        return told?.mark === mark && told.x === x && told.y === y;
      });
    if (same) return;
    this._told = placed;
    this._listener(placed);
  }
}

function sameEntries(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  return one.size === other.size && [...one].every(([id, y]) => other.get(id) === y);
}
