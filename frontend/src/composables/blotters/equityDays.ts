/** The past of an account's worth, as the screen draws it. */

import type { EquityPoint } from "@/services/brokerTerminalService";

const DAY_MS = 86_400_000;

export interface CurvePoint {
  /** Unix ms. */
  at: number;
  equity: number;
}

/** A UTC day; `profit` is what it ended with more than the day before. */
export interface DayProfit {
  /** Unix ms of its beginning. */
  day: number;
  profit: number;
  equity: number;
}

export const dayOf = (ms: number): number => ms - (ms % DAY_MS);

/** The span that tells each of the last `days` UTC days by its last step. */
export function daySpan(now: number, days: number): { from: number; to: number; points: number } {
  const to = dayOf(now) + DAY_MS;
  return { from: to - days * DAY_MS, to, points: days };
}

/**
 * Cut the record into days, the last one going on to what the account is worth now; the first point
 * is what the first day began with.
 */
export function dayProfits(points: readonly EquityPoint[], now: CurvePoint | null): DayProfit[] {
  const [first, ...ends] = curveOf(points, now);
  const byDay = new Map(ends.map(({ at, equity }) => [dayOf(at), equity]));
  let before = first?.equity ?? 0;
  return [...byDay].map(([day, equity]) => {
    const profit = equity - before;
    before = equity;
    return { day, profit, equity };
  });
}

/** Join the record with what the account is worth now. */
export function curveOf(points: readonly EquityPoint[], now: CurvePoint | null): CurvePoint[] {
  const past = points.map(({ ts, equity }) => ({ at: ts, equity: Number(equity) }));
  const last = past.at(-1);
  return now && (!last || now.at > last.at) ? [...past, now] : past;
}

export interface Box {
  width: number;
  height: number;
}

/** A curve as an SVG path, straight between its points. */
export function curvePath(points: readonly CurvePoint[], { width, height }: Box): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const values = points.map(({ equity }) => equity);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => (width * (at - first.at)) / Math.max(1, last.at - first.at);
  const y = (equity: number): number =>
    high === low ? height / 2 : (height * (high - equity)) / (high - low);
  const places = points.map(({ at, equity }) => `${x(at).toFixed(1)} ${y(equity).toFixed(1)}`);
  return `M${places.join("L")}`;
}
