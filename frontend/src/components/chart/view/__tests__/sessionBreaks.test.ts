import { describe, expect, it } from "vitest";
import { localClock } from "../../timeTicks";
import { sessionBreaks, sessionStarts } from "../sessionBreaks";

const HOUR = 3_600_000;

/** The breaks among bars at these local times, `2 09:30` for the second of March. */
function breaksAt(session: string, times: string[], zone = "UTC"): string[] {
  const at = times.map((time) => Date.parse(`2026-03-0${time.replace(" ", "T")}:00Z`));
  const range = { from: 0, to: at.length };
  const found = sessionBreaks(range, (i) => at[i] ?? 0, localClock(zone), sessionStarts(session));
  return found.map((index) => times[index] ?? "");
}

describe("the starts of sessions", () => {
  it("are read from TradingView's spelling", () => {
    expect(sessionStarts("24x7")).toEqual([0]);
    expect(sessionStarts("0930-1600")).toEqual([570]);
    expect(sessionStarts("0900-1130,1230-1530")).toEqual([540, 750]);
    expect(sessionStarts("1700F1-1600:23456|0930-1600:7")).toEqual([570, 1020]);
  });
});

describe("a break", () => {
  it("stands at the first bar of each session, not at the first bar of all", () => {
    const times = ["2 15:30", "3 09:30", "3 10:00", "4 09:30"];
    expect(breaksAt("0930-1600", times)).toEqual(["3 09:30", "4 09:30"]);
  });

  it("stands between two sessions of a day", () => {
    const times = ["2 11:00", "2 12:30", "2 13:00", "3 09:00"];
    expect(breaksAt("0900-1130,1230-1530", times)).toEqual(["2 12:30", "3 09:00"]);
  });

  it("stands in the evening for a session over night, not at midnight", () => {
    const times = ["2 16:00", "2 17:00", "2 23:00", "3 01:00", "3 17:00"];
    expect(breaksAt("1700-1600", times)).toEqual(["2 17:00", "3 17:00"]);
  });

  it("stands at midnight of the exchange where it never closes", () => {
    const at = [3, 4, 5, 6].map((hour) => Date.UTC(2026, 0, 5) + hour * HOUR);
    const toLocal = localClock("America/New_York");
    expect(sessionBreaks({ from: 0, to: 4 }, (i) => at[i] ?? 0, toLocal, [0])).toEqual([2]);
  });
});
