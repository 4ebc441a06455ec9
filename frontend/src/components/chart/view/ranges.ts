/** Stretches of the past under a chart, each with the bars that show it best. */

import { lengthMs } from "../../formatting/resolutions";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MONTH = 30.44 * DAY;

export interface Range {
  name: string;
  title: string;
  /** Where it begins, in Unix ms. */
  from(now: number): number;
  /** How long its bars are, at best, in ms. */
  bar: number;
}

const back =
  (ms: number) =>
  (now: number): number =>
    now - ms;

export const RANGES: readonly Range[] = [
  { name: "1D", title: "1 day", from: back(DAY), bar: MINUTE },
  { name: "5D", title: "5 days", from: back(5 * DAY), bar: 5 * MINUTE },
  { name: "1M", title: "1 month", from: calendarBack(1), bar: 30 * MINUTE },
  { name: "3M", title: "3 months", from: calendarBack(3), bar: 60 * MINUTE },
  { name: "6M", title: "6 months", from: calendarBack(6), bar: DAY },
  { name: "YTD", title: "since the start of the year", from: yearStart, bar: DAY },
  { name: "1Y", title: "1 year", from: calendarBack(12), bar: DAY },
  { name: "All", title: "all there is", from: () => 0, bar: 7 * DAY },
];

/** The same day of an earlier month, or the last one that it has. */
function calendarBack(months: number): (now: number) => number {
  return (now) => {
    const moved = new Date(now);
    const day = moved.getUTCDate();
    moved.setUTCMonth(moved.getUTCMonth() - months);
    if (moved.getUTCDate() !== day) moved.setUTCDate(0);
    return moved.getTime();
  };
}

function yearStart(now: number): number {
  return Date.UTC(new Date(now).getUTCFullYear(), 0, 1);
}

/** Choose the resolution whose bars are nearest in length to what a range is best shown with. */
export function resolutionFor({ bar }: Range, offered: readonly string[]): string | null {
  const distance = (resolution: string): number =>
    Math.abs(Math.log((lengthMs(resolution) ?? MONTH) / bar));
  const [nearest] = offered.toSorted((one, other) => distance(one) - distance(other));
  return nearest ?? null;
}
