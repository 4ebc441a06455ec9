/** Measured things as the screen writes them: short, with their unit; a dash for what nobody knows. */

import { numberFormat } from "./formats";

const UNKNOWN = "–";
const UNITS = ["B", "kB", "MB", "GB"];

/** Write `0.05 ms`, `1.2 ms`, `340 ms`, `2.5 s`. */
export function formatMs(ms: number | null): string {
  if (ms === null) return UNKNOWN;
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  const decimals = ms >= 10 || ms === 0 ? 0 : ms >= 1 ? 1 : 2;
  return `${ms.toFixed(decimals)} ms`;
}

/** Write `0`, `0.4`, `12.4`, `1,240`. */
export function formatRate(perSecond: number | null): string {
  if (perSecond === null) return UNKNOWN;
  const decimals = perSecond === 0 || perSecond >= 100 ? 0 : 1;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(options).format(perSecond);
}

export function formatCount(count: number): string {
  return numberFormat({}).format(count);
}

/** Write `0 B`, `820 B`, `12.3 kB`: a thousand to a unit. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const shown = bytes / 1000 ** power;
  return `${shown.toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ""}`;
}

/** Write the clock of a moment in UTC, as the server's log has it: `13:04:05`. */
export function formatClock(unixMs: number): string {
  return new Date(unixMs).toISOString().slice(11, 19);
}
