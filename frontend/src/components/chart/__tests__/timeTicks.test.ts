import { describe, expect, it, vi } from "vitest";
import { localClock, timeTicks } from "../timeTicks";

vi.stubGlobal("navigator", { language: "en-US" });

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Labels of `count` bars, `every` ms apart, that start at `start`. */
function labels(start: number, every: number, count: number, minBars: number, zone = "UTC") {
  const timeAt = (index: number): number => start + index * every;
  return timeTicks({ from: 0, to: count }, timeAt, localClock(zone), minBars);
}

describe("labels of the time axis", () => {
  it("stand at round times, whatever the first bar", () => {
    const ticks = labels(Date.UTC(2026, 10, 23, 9, 57), MINUTE, 30, 8);
    expect(ticks.map(({ text }) => text)).toEqual(["10:00", "10:10", "10:20"]);
    expect(ticks[0]?.index).toBe(3);
  });

  it("name the day where one begins", () => {
    const ticks = labels(Date.UTC(2026, 10, 22, 23, 30), 5 * MINUTE, 24, 6);
    expect(ticks.map(({ text }) => text)).toEqual(["Nov 23", "00:30", "01:00"]);
  });

  it("follow the clock of the exchange, not that of UTC", () => {
    const ticks = labels(Date.UTC(2026, 10, 23, 4, 30), 5 * MINUTE, 24, 12, "America/New_York");
    expect(ticks.map(({ text }) => text)).toEqual(["Nov 23", "01:00"]);
  });

  it("stand as close beside a night without trading as within a session", () => {
    const closes = Date.UTC(2026, 10, 20, 21);
    const opens = Date.UTC(2026, 10, 23, 14, 30);
    const timeAt = (index: number): number =>
      index < 30 ? closes + (index - 30) * MINUTE : opens + (index - 30) * MINUTE;
    const ticks = timeTicks({ from: 0, to: 60 }, timeAt, localClock("UTC"), 8);
    expect(ticks.map(({ text }) => text)).toEqual(["20:40", "20:50", "Nov 23", "14:40", "14:50"]);
  });

  it("become months and years as one zooms out", () => {
    const ticks = labels(Date.UTC(2026, 9, 20), DAY, 100, 20);
    expect(ticks.map(({ text }) => text)).toEqual(["Nov", "Dec", "2027"]);
  });

  it("stand on Mondays, two weeks apart, where days are narrow", () => {
    const ticks = labels(Date.UTC(2026, 9, 20), DAY, 40, 12);
    expect(ticks.map(({ text }) => text)).toEqual(["Nov 2", "Nov 16"]);
  });

  it("keep their distance across a gap in the bars", () => {
    const overnight = (index: number): number =>
      Date.UTC(2026, 10, 23, 15, 50) + index * MINUTE + (index > 10 ? 17 * 60 * MINUTE : 0);
    const ticks = timeTicks({ from: 0, to: 40 }, overnight, localClock("UTC"), 10);
    const distances = ticks.slice(1).map(({ index }, i) => index - (ticks[i]?.index ?? 0));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(10);
  });

  it("are none where there is nothing to label", () => {
    expect(labels(0, MINUTE, 1, 8)).toEqual([]);
  });
});
