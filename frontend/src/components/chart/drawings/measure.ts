/** The words of a measure: how far, how many bars, how long. */

import { formatChange, formatPercent } from "../../formatting/numbers";
import type { DrawingPoint } from "./drawing";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MINUS = "\u2212";

export function measureWords(
  [from, to]: readonly [DrawingPoint, DrawingPoint],
  bars: number,
  decimals: number,
): string {
  const by = to.price - from.price;
  const percent = from.price === 0 ? "" : ` (${formatPercent((by / from.price) * 100)})`;
  const sign = to.time < from.time ? MINUS : "";
  const count = Math.abs(bars);
  const length = spoken(Math.abs(to.time - from.time));
  return `${formatChange(by, decimals)}${percent} · ${sign}${count} bars · ${sign}${length}`;
}

/** Write a length of time by its two largest parts: `2d 4h`, `45m`. */
function spoken(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const parts = [
    days && `${days}d`,
    hours && `${hours}h`,
    !(days && hours) && minutes && `${minutes}m`,
  ].filter(Boolean);
  return parts.length === 0 ? "0m" : parts.join(" ");
}
