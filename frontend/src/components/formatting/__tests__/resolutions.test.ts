import { describe, expect, it } from "vitest";
import { isDaily, parseResolution, shortResolution, spokenResolution } from "../resolutions";

describe("a resolution", () => {
  it.each([
    ["1", "1m", "1 minute"],
    ["5", "5m", "5 minutes"],
    ["60", "1h", "1 hour"],
    ["240", "4h", "4 hours"],
    ["1D", "D", "1 day"],
    ["D", "D", "1 day"],
    ["2W", "2W", "2 weeks"],
  ])("%s is labelled %s and read %s", (text, short, spoken) => {
    expect(shortResolution(text)).toBe(short);
    expect(spokenResolution(text)).toBe(spoken);
  });

  it.each(["", "0", "x", "1H"])("that nobody knows (%j) stands as it came", (text) => {
    expect(parseResolution(text)).toBeNull();
    expect(shortResolution(text)).toBe(text);
  });

  it("is daily when its bars carry a date only", () => {
    expect(["1", "240", "D", "1D", "1W"].map(isDaily)).toEqual([false, false, true, true, true]);
  });
});
