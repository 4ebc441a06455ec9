/** Drawings as the page keeps them: plain values that a layout holds, by symbol. */

import { SERIES_COLORS, type SeriesColor } from "../chartHost";
import { isTool, TOOLS, type ToolName } from "./tools";

export type DrawingColor = "accent" | "up" | "down" | SeriesColor;
export const DRAWING_COLORS: readonly DrawingColor[] = ["accent", "up", "down", ...SERIES_COLORS];

/** A place on a chart, whatever its resolution. */
export interface DrawingPoint {
  /** Unix ms. */
  time: number;
  price: number;
}

export interface Drawing {
  id: string;
  tool: ToolName;
  points: DrawingPoint[];
  /** The indicator in whose pane it is; null on the candles. */
  pane: string | null;
  color: DrawingColor;
  locked: boolean;
  /** Of a note; empty for all else. */
  text: string;
}

export interface DrawingEvents {
  /** One was finished by the pointer, or given up: then it is null. */
  onDrawn(drawing: Drawing | null): void;
  /** One was moved or reshaped. */
  onMoved(id: string, points: DrawingPoint[]): void;
  onSelected(id: string | null): void;
}

/** One that is not placed yet. */
export type NewDrawing = Omit<Drawing, "points" | "pane">;

/** How drawings are shown and made. */
export interface DrawingManners {
  /** Whether points snap to open, high, low and close. */
  magnet: boolean;
  hidden: boolean;
}

/** The part of a chart that holds drawings. */
export interface ChartDrawings {
  listen(events: DrawingEvents): void;
  /** Draw these and no others. */
  show(drawings: readonly Drawing[], manners: DrawingManners): void;
  /** Let the pointer place a new one; what it was about to place is given up. */
  start(drawing: NewDrawing): void;
  /** Give up what is being placed. */
  cancel(): void;
}

/** A layout holds so many of a symbol, the newest, each of so many points. */
const MOST_DRAWINGS = 200;
const MOST_POINTS = 500;

/** Drawings by symbol. */
export type KeptDrawings = Record<string, Drawing[]>;

/** Read what a layout has kept; what this page cannot draw is left out. */
export function drawingsFrom(kept: unknown): KeptDrawings {
  if (typeof kept !== "object" || kept === null) return {};
  const read = ([symbol, all]: [string, unknown]): [string, Drawing[]] => {
    const known = Array.isArray(all) ? all.flatMap((one: unknown) => drawingFrom(one) ?? []) : [];
    return [symbol, known.slice(-MOST_DRAWINGS)];
  };
  return Object.fromEntries(Object.entries(kept).map(read));
}

function drawingFrom(kept: unknown): Drawing | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { id, tool, points, pane, color, locked, text } = kept as Partial<Drawing>;
  if (typeof id !== "string" || !isTool(tool) || !isPlaced(tool, points)) return null;
  return {
    id,
    tool,
    points,
    pane: typeof pane === "string" ? pane : null,
    color: DRAWING_COLORS.find((known) => known === color) ?? "accent",
    locked: locked === true,
    text: typeof text === "string" ? text : "",
  };
}

/** Whether these points are all that a tool needs. */
export function isPlaced(tool: ToolName, points: unknown): points is DrawingPoint[] {
  if (!Array.isArray(points) || points.length > MOST_POINTS) return false;
  const needed = TOOLS[tool].points;
  return (needed === 0 ? points.length > 1 : points.length === needed) && points.every(isPoint);
}

function isPoint(point: unknown): point is DrawingPoint {
  if (typeof point !== "object" || point === null) return false;
  const { time, price } = point as Partial<DrawingPoint>;
  return Number.isFinite(time) && Number.isFinite(price);
}

/** Leave out points of a stroke until it fits: what is left has the same ends. */
export function thinned(points: DrawingPoint[]): DrawingPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, at) => at % step === 0 || at === points.length - 1).slice(-MOST_POINTS);
}
