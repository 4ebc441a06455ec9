import { describe, expect, it } from "vitest";
import { RANGES, resolutionFor } from "../ranges";

const NOW = Date.UTC(2024, 2, 31, 15, 30);
const range = (name: string) => {
  const found = RANGES.find((one) => one.name === name);
  if (!found) throw new Error(`no range ${name}`);
  return found;
};
const starts = (name: string): string => new Date(range(name).from(NOW)).toISOString();

describe("a range", () => {
  it("begins that long before now, by the calendar from a month on", () => {
    expect(starts("1D")).toBe("2024-03-30T15:30:00.000Z");
    expect(starts("3M")).toBe("2023-12-31T15:30:00.000Z");
    expect(starts("YTD")).toBe("2024-01-01T00:00:00.000Z");
    expect(starts("1Y")).toBe("2023-03-31T15:30:00.000Z");
    expect(starts("All")).toBe("1970-01-01T00:00:00.000Z");
  });

  it("takes the last day of a month that is shorter", () => {
    expect(starts("1M")).toBe("2024-02-29T15:30:00.000Z");
  });

  it("is shown by the bars that fit it, or the nearest that there are", () => {
    const all = ["1", "5", "15", "30", "60", "240", "1D", "1W", "1M"];
    const chosen = RANGES.map((one) => resolutionFor(one, all));
    expect(chosen).toEqual(["1", "5", "30", "60", "1D", "1D", "1D", "1W"]);
    expect(resolutionFor(range("1D"), ["1D", "1W"])).toBe("1D");
    expect(resolutionFor(range("1M"), ["1", "60"])).toBe("60");
    expect(resolutionFor(range("1D"), [])).toBeNull();
  });
});
