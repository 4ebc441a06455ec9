/** Times as the screen writes them: in the exchange's zone, or as an age. */

import { dateFormat } from "./formats";
import { isDaily, lengthMs } from "./resolutions";

const DATE: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "2-digit",
  month: "short",
  year: "numeric",
};
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** Return the zone in which bars of a resolution are written: a daily bar's date is a UTC date. */
export function zoneOfBars(resolution: string, exchangeZone: string): string {
  return isDaily(resolution) ? "UTC" : exchangeZone;
}

/** Write a bar's start, with the clock unless the bar is a day or longer. */
export function formatBarTime(timeMs: number, resolution: string, exchangeZone: string): string {
  const options = isDaily(resolution) ? DATE : { ...DATE, ...CLOCK };
  return dateFormat({ ...options, timeZone: zoneOfBars(resolution, exchangeZone) }).format(timeMs);
}

/** Write a moment of these days, `Mon 09:30`, in the exchange's zone. */
export function formatMoment(timeMs: number, exchangeZone: string): string {
  const format = dateFormat({ weekday: "short", ...CLOCK, timeZone: exchangeZone });
  return format.format(timeMs).replace(",", "");
}

/** Write the time of day to the second, `09:30:07`, in the exchange's zone. */
export function formatClock(timeMs: number, exchangeZone: string): string {
  return dateFormat({ ...CLOCK, second: "2-digit", timeZone: exchangeZone }).format(timeMs);
}

/** Name a zone for a reader, `New York UTC−5`; the offset is that of the given moment. */
export function nameZone(zone: string, atMs: number): string {
  const parts = dateFormat({ timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(atMs);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const shown = offset.replace("GMT", "UTC").replace("-", "\u2212");
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return city === shown || zone === "Etc/UTC" || zone === "UTC" ? "UTC" : `${city} ${shown}`;
}

/** Write how long ago something was: `0.4 s`, `14 s`, `3 min`, `2 h`, `5 d`. */
export function formatAge(ageMs: number): string {
  const seconds = Math.max(0, ageMs) / 1000;
  if (seconds < 1) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.floor(seconds)} s`;
  if (seconds < 5400) return `${Math.floor(seconds / 60)} min`;
  return seconds < 172_800
    ? `${Math.floor(seconds / 3600)} h`
    : `${Math.floor(seconds / 86_400)} d`;
}

/** Write how long a bar goes on, `0:42` or `3:05:42`; nothing once it is over. */
export function formatRemaining(startMs: number, resolution: string, nowMs: number): string {
  const left = startMs + (lengthMs(resolution) ?? 0) - nowMs;
  if (left <= 0) return "";
  const seconds = Math.ceil(left / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = clock[0] === 0 ? clock.slice(1) : clock;
  return shown.map((part, at) => (at === 0 ? part : String(part).padStart(2, "0"))).join(":");
}
