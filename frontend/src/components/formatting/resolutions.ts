/** Resolutions in TradingView's spelling (`"1"`, `"60"`, `"1D"`) and in a reader's words. */

export interface Resolution {
  unit: "minute" | "hour" | "day" | "week" | "month";
  span: number;
}

const CALENDAR = { D: "day", W: "week", M: "month" } as const;
const UNIT_MS = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const;
const SHORT = { minute: "m", hour: "h", day: "D", week: "W", month: "M" } as const;

/** Read a resolution; whole hours come as hours. `null` for what it does not know. */
export function parseResolution(text: string): Resolution | null {
  const match = /^(\d*)([DWM]?)$/.exec(text);
  if (!match || text === "") return null;
  const span = match[1] ? Number(match[1]) : 1;
  if (span === 0) return null;
  const letter = match[2] as keyof typeof CALENDAR | "";
  if (letter) return { unit: CALENDAR[letter], span };
  return span % 60 === 0 ? { unit: "hour", span: span / 60 } : { unit: "minute", span };
}

/** Return a button's label, `5m`, `4h`, `D`; an unknown spelling stands as it came. */
export function shortResolution(text: string): string {
  const parsed = parseResolution(text);
  if (!parsed) return text;
  const daily = parsed.unit !== "minute" && parsed.unit !== "hour";
  return daily && parsed.span === 1 ? SHORT[parsed.unit] : `${parsed.span}${SHORT[parsed.unit]}`;
}

/** Return the words for it, `5 minutes`, `1 day`. */
export function spokenResolution(text: string): string {
  const parsed = parseResolution(text);
  if (!parsed) return text;
  return `${parsed.span} ${parsed.unit}${parsed.span === 1 ? "" : "s"}`;
}

/** How long a bar is; null for those of no fixed length: months, and what nobody knows. */
export function lengthMs(text: string): number | null {
  const parsed = parseResolution(text);
  if (!parsed || parsed.unit === "month") return null;
  return parsed.span * UNIT_MS[parsed.unit];
}

/** Say whether bars of it carry a date only: their time is 00:00 UTC of the trading day. */
export function isDaily(text: string): boolean {
  return /[DWM]$/.test(text);
}
