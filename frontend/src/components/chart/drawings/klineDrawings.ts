/** Holds drawings as overlays of klinecharts. */

import type { Chart, DeepPartial, Overlay, OverlayCreate, OverlayStyle } from "klinecharts";
import { fade } from "../chartColors";
import { FONT } from "../klineStyles";
import type { ChartColors } from "../chartHost";
import {
  isPlaced,
  thinned,
  type ChartDrawings,
  type Drawing,
  type DrawingEvents,
  type DrawingManners,
  type DrawingPoint,
  type NewDrawing,
} from "./drawing";
import { placeOf, type ShapeText } from "./klineShapes";
import { TOOLS } from "./tools";

const GROUP = "drawings";
const CANDLES = "candle_pane";

export class KlineDrawings implements ChartDrawings {
  private _shown: readonly Drawing[] = [];
  private _manners: DrawingManners = { magnet: false, hidden: false };
  private _events: DrawingEvents | null = null;
  /** What the pointer is placing. */
  private _started: NewDrawing | null = null;

  constructor(
    private readonly _chart: Chart,
    private _colors: ChartColors,
  ) {}

  listen(events: DrawingEvents): void {
    this._events = events;
  }

  show(drawings: readonly Drawing[], manners: DrawingManners): void {
    const same = manners === this._manners;
    const kept = new Set(same ? drawings : []);
    this._manners = manners;
    for (const drawing of this._shown) {
      if (!kept.has(drawing)) this._chart.removeOverlay({ id: drawing.id });
    }
    const before = new Set(this._shown);
    this._shown = drawings;
    for (const drawing of drawings) {
      if (same && before.has(drawing)) continue;
      // Without its pane it would be drawn on the candles, at prices that are none.
      if (drawing.pane === null || this._chart.getPaneOptions(drawing.pane))
        this._chart.createOverlay(this._overlay(drawing));
    }
  }

  start(drawing: NewDrawing): void {
    this.cancel();
    this._started = drawing;
    this._chart.createOverlay(this._overlay(drawing));
  }

  cancel(): void {
    const started = this._started;
    if (!started) return;
    this._started = null;
    this._chart.removeOverlay({ id: started.id });
    this._events?.onDrawn(null);
  }

  /** Draw all in the colours of another theme. */
  paint(colors: ChartColors): void {
    this._colors = colors;
    const shown = this._shown;
    this.show([], this._manners);
    this.show(shown, this._manners);
  }

  private _overlay(drawing: NewDrawing & Partial<Drawing>): OverlayCreate {
    const { id, tool, points, pane, color, locked, text } = drawing;
    return {
      id,
      name: TOOLS[tool].shape,
      groupId: GROUP,
      ...(pane && { paneId: pane }),
      lock: locked,
      visible: points === undefined || !this._manners.hidden,
      mode: this._manners.magnet ? "weak_magnet" : "normal",
      extendData: { text } satisfies ShapeText,
      styles: stylesOf(this._colors[color], this._colors),
      ...(points && {
        points: points.map(({ time, price }) => ({ timestamp: time, value: price })),
      }),
      onDrawEnd: ({ overlay }) => this._finish(overlay),
      onPressedMoveEnd: ({ overlay }) => this._events?.onMoved(id, placesOf(overlay)),
      onSelected: () => this._events?.onSelected(id),
      onDeselected: () => this._events?.onSelected(null),
      // The library would remove it: a right click belongs to the chart's own menu.
      onRightClick: (event) => event.preventDefault?.(),
    };
  }

  private _finish(overlay: Overlay): void {
    const started = this._started;
    if (!started) return;
    this._started = null;
    const points = placesOf(overlay);
    const pane = overlay.paneId === CANDLES ? null : overlay.paneId;
    const drawing = isPlaced(started.tool, points) ? { ...started, points, pane } : null;
    if (drawing) this._shown = [...this._shown, drawing];
    // The library still works on the one that it calls about.
    else queueMicrotask(() => this._chart.removeOverlay({ id: started.id }));
    this._events?.onDrawn(drawing);
  }
}

function placesOf({ points }: Overlay): DrawingPoint[] {
  return thinned(points.map(placeOf));
}

function stylesOf(color: string, colors: ChartColors): DeepPartial<OverlayStyle> {
  const border = { color, borderColor: color };
  const area = { color: fade(color, 0.12), borderColor: color };
  return {
    point: { ...border, activeColor: color, activeBorderColor: fade(color, 0.35) },
    line: { color, size: 1.5 },
    polygon: { ...area, borderSize: 1.5 },
    rect: area,
    text: { color: colors.bg, backgroundColor: color, borderColor: color, size: 11, family: FONT },
  };
}
