/** Fills at their bars: those of one side in one bar share a mark. */

import type { Side } from "@public/trading_terminal/charting_library";

/** As many of a mark are told; a bar with more is a matter for the list of executions. */
export const MOST_PER_BAR = 10;

export interface MarkedFill {
  id: string;
  /** Unix ms. */
  time: number;
  side: Side;
  price: number;
  qty: number;
}

export interface FillMark {
  id: string;
  /** The bar's place in what is loaded. */
  index: number;
  side: Side;
  /** All of them together. */
  qty: number;
  count: number;
  /** The newest ones, the newest first. */
  fills: MarkedFill[];
}

/**
 * Join fills to marks, ascending by bar. `startOf` gives a bar's start, ascending; fills from
 * before the first bar have no mark yet.
 */
export function marksOf(
  fills: readonly MarkedFill[],
  bars: number,
  startOf: (index: number) => number,
): FillMark[] {
  const marks = new Map<string, FillMark>();
  for (const fill of [...fills].sort((one, other) => other.time - one.time)) {
    const index = barAt(fill.time, bars, startOf);
    if (index < 0) continue;
    const id = `${startOf(index)}:${fill.side}`;
    const mark = marks.get(id) ?? { id, index, side: fill.side, qty: 0, count: 0, fills: [] };
    marks.set(id, mark);
    mark.qty += fill.qty;
    mark.count += 1;
    if (mark.fills.length < MOST_PER_BAR) mark.fills.push(fill);
  }
  return [...marks.values()].sort((one, other) => one.index - other.index);
}

/** The last bar that starts at or before a time; -1 where there is none. */
function barAt(time: number, bars: number, startOf: (index: number) => number): number {
  let [low, high] = [0, bars];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
