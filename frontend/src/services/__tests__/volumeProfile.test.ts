import { describe, expect, it } from "vitest";
import type { ResolutionString } from "@public/trading_terminal/charting_library";
import { volumeProfileResolution } from "../volumeProfile";

const DAY_S = 86_400;
const as = (resolution: string) => resolution as ResolutionString;

describe("the bars of a volume profile", () => {
  it.each([
    ["the finest that gives few enough bars", "1D", DAY_S, "1"],
    ["a coarser one for a longer time", "1D", 30 * DAY_S, "15"],
    ["those of the chart where nothing finer fits", "1", 30 * DAY_S, "1"],
    ["those of the chart where nothing fits at all", "1W", 9000 * DAY_S, "1W"],
  ])("are %s", (_why, current, seconds, expected) => {
    const offered = ["1D", "1", "15"].map(as);

    expect(volumeProfileResolution(as(current), offered, seconds)).toBe(expected);
  });

  it("are those of the chart where the symbol has no others", () => {
    expect(volumeProfileResolution(as("D"), [as("1W"), as("D")], DAY_S)).toBe("D");
  });
});
