/** Our own shapes for klinecharts: what it lacks of a drawing's usual tools. */

import {
  registerOverlay,
  type Overlay,
  type OverlayCreateFiguresCallbackParams,
  type OverlayFigure,
} from "klinecharts";
import { formatPrice } from "../../formatting/numbers";
import { measureWords } from "./measure";
import {
  arrowHead,
  ellipse,
  extensionLevels,
  rectangle,
  retracementLevels,
  type Level,
  type Place,
} from "./shapes";

/** What a shape is drawn with beside its points. */
export interface ShapeText {
  text: string;
}

type Drawn = OverlayCreateFiguresCallbackParams<ShapeText>;

function shape(name: string, clicks: number, draw: (drawn: Drawn) => OverlayFigure[]): void {
  registerOverlay<ShapeText>({
    name,
    totalStep: clicks + 1,
    needDefaultPointFigure: true,
    needDefaultXAxisFigure: true,
    needDefaultYAxisFigure: true,
    createPointFigures: draw,
  });
}

const polygon = (coordinates: readonly Place[]): OverlayFigure => ({
  type: "polygon",
  attrs: { coordinates },
  styles: { style: "stroke_fill" },
});
const line = (...coordinates: Place[]): OverlayFigure => ({ type: "line", attrs: { coordinates } });
const text = (at: Place, words: string, align: CanvasTextAlign): OverlayFigure => ({
  type: "text",
  attrs: { ...at, text: words, align, baseline: "bottom" },
});

/** Two places once there are two, else nothing to draw. */
function pair({ coordinates: [a, b] }: Drawn): [Place, Place] | null {
  return a && b ? [a, b] : null;
}

function within(corners: (places: [Place, Place]) => Place[]): (drawn: Drawn) => OverlayFigure[] {
  return (drawn) => {
    const places = pair(drawn);
    return places ? [polygon(corners(places))] : [];
  };
}

shape("tp-rectangle", 2, within(rectangle));
shape("tp-ellipse", 2, within(ellipse));
shape("tp-triangle", 3, ({ coordinates }) =>
  coordinates.length < 3 ? [line(...coordinates)] : [polygon(coordinates)],
);
shape("tp-arrow", 2, (drawn) => {
  const places = pair(drawn);
  return places ? [line(...places), line(...arrowHead(places))] : [];
});
shape("tp-text", 1, ({ coordinates: [at], overlay }) =>
  at ? [text(at, overlay.extendData.text || "Text", "left")] : [],
);
shape("tp-measure", 2, (drawn) => {
  const places = pair(drawn);
  if (!places) return [];
  const [a, b] = places;
  const at = { x: (a.x + b.x) / 2, y: Math.min(a.y, b.y) - 4 };
  return [polygon(rectangle(places)), text(at, wordsOf(drawn), "center")];
});
shape("tp-fibonacci", 2, levels(retracementLevels));
shape("tp-fibonacci-extension", 3, levels(extensionLevels));

/** The points joined, and a line at each level from the first of them to the right edge. */
function levels(levelsOf: (prices: readonly number[]) => Level[]) {
  return ({ coordinates, overlay, chart, yAxis, bounding }: Drawn): OverlayFigure[] => {
    const decimals = chart.getSymbol()?.pricePrecision ?? 2;
    const x = Math.min(...coordinates.map((at) => at.x));
    const prices = overlay.points.map(({ value = 0 }) => value);
    const drawn = levelsOf(prices).flatMap(({ part, price }) => {
      const y = yAxis?.convertToPixel(price) ?? 0;
      const words = `${formatPrice(price, decimals)} (${(part * 100).toFixed(1)} %)`;
      const label = text({ x: x + 4, y: y - 1 }, words, "left");
      const plain = { color: overlay.styles?.line?.color, backgroundColor: "transparent" };
      return [
        { ...line({ x, y }, { x: bounding.width, y }), styles: { size: 1 } },
        { ...label, styles: { ...plain, paddingLeft: 0, paddingBottom: 0 } },
      ];
    });
    return [{ ...line(...coordinates), styles: { size: 1, style: "dashed" } }, ...drawn];
  };
}

function wordsOf({ overlay, chart }: Drawn): string {
  const [from, to] = overlay.points.map((point) => placeOf(point));
  if (!from || !to) return "";
  const bars = chart.getDataList();
  const indexAt = (time: number): number => bars.findLastIndex((bar) => bar.timestamp <= time);
  const count = indexAt(to.time) - indexAt(from.time);
  return measureWords([from, to], count, chart.getSymbol()?.pricePrecision ?? 2);
}

/** A point of the library as the page keeps it. */
export function placeOf({ timestamp = 0, value = 0 }: Overlay["points"][number]) {
  return { time: timestamp, price: value };
}
