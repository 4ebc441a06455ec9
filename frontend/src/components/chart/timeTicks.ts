/** Chooses where the time axis is labelled: at round times of the exchange's zone. */

import { dateFormat } from "../formatting/formats";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Round distances between labels: by the clock, then by the calendar. */
const CLOCK_STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((count) => count * MINUTE);
const CALENDAR_STEPS = ["day", "week", "fortnight", "month", "quarter", "year"] as const;

type Step = number | (typeof CALENDAR_STEPS)[number];

/** How long a calendar step is, roughly: enough to judge how dense its labels stand. */
const ROUGHLY: Record<(typeof CALENDAR_STEPS)[number], number> = {
  day: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
};

export interface TimeTick {
  index: number;
  text: string;
}

/** Bars by index, `to` not included. */
interface Range {
  from: number;
  to: number;
}

/** Local wall-clock time as if it were UTC, so that plain arithmetic finds local boundaries. */
export type ToLocal = (timeMs: number) => number;

const clocks = new Map<string, ToLocal>();

/** Return the conversion for a zone, made once: the axis asks for it at each paint. */
export function localClock(zone: string): ToLocal {
  const clock = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** The offset is looked up once for each quarter of an hour: no zone changes it in between. */
function makeClock(zone: string): ToLocal {
  if (zone === "UTC" || zone === "Etc/UTC") return (timeMs) => timeMs;
  const offsets = new Map<number, number>();
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (timeMs) => {
    const key = Math.floor(timeMs / (15 * MINUTE));
    const offset = offsets.get(key) ?? readOffset(format, timeMs);
    offsets.set(key, offset);
    return timeMs + offset;
  };
}

function readOffset(format: Intl.DateTimeFormat, timeMs: number): number {
  const name = format.formatToParts(timeMs).find((part) => part.type === "timeZoneName")?.value;
  const match = /([+-])(\d\d):(\d\d)/.exec(name ?? "");
  if (!match) return 0;
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  return match[1] === "-" ? -size : size;
}

/**
 * Return the labels of a range of bars, at least `minBars` apart.
 *
 * `timeAt` gives a bar's start in Unix ms.
 */
export function timeTicks(
  range: Range,
  timeAt: (index: number) => number,
  toLocal: ToLocal,
  minBars: number,
): TimeTick[] {
  const { from, to } = range;
  if (to - from < 2) return [];
  const step = chooseStep(usualSpacing(range, timeAt) * minBars);
  const ticks: TimeTick[] = [];
  let before = toLocal(timeAt(from > 0 ? from - 1 : from));
  for (let index = from; index < to; index += 1) {
    const local = toLocal(timeAt(index));
    const last = ticks.at(-1);
    if (bucket(local, step) !== bucket(before, step) && (!last || index - last.index >= minBars)) {
      ticks.push({ index, text: write(local, last ? toLocal(timeAt(last.index)) : before, step) });
    }
    before = local;
  }
  return ticks;
}

/** The median: a night between two sessions is one spacing of many, however long. */
function usualSpacing({ from, to }: Range, timeAt: (index: number) => number): number {
  const spacings: number[] = [];
  for (let index = from + 1; index < to; index += 1) {
    spacings.push(timeAt(index) - timeAt(index - 1));
  }
  spacings.sort((one, other) => one - other);
  return spacings[spacings.length >> 1] ?? MINUTE;
}

function chooseStep(atLeastMs: number): Step {
  const clock = CLOCK_STEPS.find((step) => step >= atLeastMs);
  if (clock !== undefined) return clock;
  return CALENDAR_STEPS.find((step) => ROUGHLY[step] >= atLeastMs) ?? "year";
}

function bucket(local: number, step: Step): number {
  if (typeof step === "number") return Math.floor(local / step);
  if (step === "day") return Math.floor(local / DAY);
  // 1970-01-01 was a Thursday; weeks turn on Monday.
  if (step === "week") return Math.floor((local / DAY + 3) / 7);
  if (step === "fortnight") return Math.floor((local / DAY + 3) / 14);
  const date = new Date(local);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  if (step === "month") return months;
  return step === "quarter" ? Math.floor(months / 3) : date.getUTCFullYear();
}

const MONTH: Intl.DateTimeFormatOptions = { month: "short", timeZone: "UTC" };
const DAY_OF_MONTH: Intl.DateTimeFormatOptions = { ...MONTH, day: "numeric" };

/** Name the largest thing that changed since the label before: the year, the month, the day. */
function write(local: number, before: number, step: Step): string {
  const date = new Date(local);
  const old = new Date(before);
  if (date.getUTCFullYear() !== old.getUTCFullYear()) return String(date.getUTCFullYear());
  if (step === "month" || step === "quarter" || step === "year")
    return dateFormat(MONTH).format(local);
  if (typeof step !== "number" || bucket(local, "day") !== bucket(before, "day")) {
    return dateFormat(DAY_OF_MONTH).format(local);
  }
  return date.toISOString().slice(11, 16);
}
