import { describe, expect, it, vi } from "vitest";
import { formatAge, formatBarTime, formatRemaining, nameZone } from "../times";

vi.stubGlobal("navigator", { language: "en-US" });

const NOON_UTC = Date.UTC(2026, 10, 23, 12);
const MIDNIGHT_UTC = Date.UTC(2026, 10, 23);

describe("the time of a bar", () => {
  it("is written in the exchange's zone", () => {
    expect(formatBarTime(NOON_UTC, "1", "America/New_York")).toBe("Mon, Nov 23, 2026, 07:00");
  });

  it("is the trading day, without a clock, for daily bars", () => {
    expect(formatBarTime(MIDNIGHT_UTC, "1D", "America/New_York")).toBe("Mon, Nov 23, 2026");
  });
});

describe("a zone", () => {
  it.each([
    ["America/New_York", "New York UTC\u22125"],
    ["Asia/Kolkata", "Kolkata UTC+5:30"],
    ["Etc/UTC", "UTC"],
    ["UTC", "UTC"],
  ])("%s is named %s", (zone, name) => {
    expect(nameZone(zone, NOON_UTC)).toBe(name);
  });
});

it.each([
  [-5, "0.0 s"],
  [400, "0.4 s"],
  [14_900, "14 s"],
  [180_000, "3 min"],
  [7_200_000, "2 h"],
  [432_000_000, "5 d"],
])("writes an age of %d ms as %s", (age, text) => {
  expect(formatAge(age)).toBe(text);
});

it.each([
  ["1", 18_000, "0:42"],
  ["60", 0, "1:00:00"],
  ["1D", 3_600_000, "23:00:00"],
  ["1", 60_000, ""],
  ["1M", 0, ""],
])("says how long a bar of %s goes on after %d ms: %s", (resolution, after, text) => {
  expect(formatRemaining(NOON_UTC, resolution, NOON_UTC + after)).toBe(text);
});
