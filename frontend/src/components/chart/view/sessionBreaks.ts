/** Where one trading session ends and the next begins, read from an instrument's sessions. */

import type { ToLocal } from "../timeTicks";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Return the minutes of the local day at which sessions begin, ascending.
 *
 * `text` is TradingView's spelling: `24x7`, `0930-1600`, `0900-1130,1230-1530`, `1700-1600:23456`,
 * with `|` between days that differ; what is not understood turns at midnight.
 */
export function sessionStarts(text: string): number[] {
  const starts = text
    .split(/[,|;]/)
    .map((part) => /^(\d\d)(\d\d)(?:F\d)?-\d{4}/.exec(part.trim()))
    .flatMap((match) => (match ? Number(match[1]) * 60 + Number(match[2]) : []));
  return starts.length === 0 ? [0] : [...new Set(starts)].sort((one, other) => one - other);
}

/** Return the number of the session that a local time belongs to, or follows. */
function sessionAt(local: number, starts: readonly number[]): number {
  const day = Math.floor(local / DAY);
  const minute = Math.floor((local - day * DAY) / MINUTE);
  return day * starts.length + starts.findLastIndex((start) => start <= minute);
}

/** Return the indices of the bars in `[from, to)` that are the first of their session. */
export function sessionBreaks(
  { from, to }: { from: number; to: number },
  timeAt: (index: number) => number,
  toLocal: ToLocal,
  starts: readonly number[],
): number[] {
  const found: number[] = [];
  for (let index = Math.max(1, from); index < to; index += 1) {
    const [before, now] = [index - 1, index].map((at) => sessionAt(toLocal(timeAt(at)), starts));
    if (before !== now) found.push(index);
  }
  return found;
}
