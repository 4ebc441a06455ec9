// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { formatBytes, formatClock, formatMs, formatRate } from "../measures";

describe("measures", () => {
  it.each([
    [null, "–"],
    [0, "0 ms"],
    [0.049, "0.05 ms"],
    [1.24, "1.2 ms"],
    [340.4, "340 ms"],
    [2500, "2.5 s"],
  ])("writes %s ms as %s", (ms, text) => {
    expect(formatMs(ms)).toBe(text);
  });

  it.each([
    [null, "–"],
    [0, "0"],
    [0.42, "0.4"],
    [12, "12.0"],
    [1240.4, "1,240"],
  ])("writes a rate of %s as %s", (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [12_345_678, "12.3 MB"],
  ])("writes %s bytes as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("writes the clock in UTC", () => {
    expect(formatClock(Date.UTC(2026, 0, 5, 3, 4, 5, 678))).toBe("03:04:05");
  });
});
