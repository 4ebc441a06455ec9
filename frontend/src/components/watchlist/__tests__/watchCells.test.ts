// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { figureText } from "../quoteFigures";
import { sparkPoints } from "../sparkLine";
import { isDoubtful, stateText } from "../stateWords";

describe("the cells of a watchlist", () => {
  it("write figures with their signs, and a dash for what is unknown", () => {
    const precision = { decimals: 2, volume: 0 };
    const quote = { ch: -0.5, chp: 1.25, volume: 12_300 };
    expect(figureText("change", quote, precision)).toBe("\u22120.50");
    expect(figureText("percent", quote, precision)).toBe("+1.25\u202f%");
    expect(figureText("volume", quote, precision)).toBe("12.30K");
    expect(figureText("percent", null, precision)).toBe("–");
  });

  it("fit a day into its box", () => {
    expect(sparkPoints([1, 3, 2], 48, 18)).toBe("1.0,17.0 24.0,1.0 47.0,9.0");
    expect(sparkPoints([5, 5], 48, 18)).toBe("1.0,9.0 47.0,9.0");
    expect(sparkPoints([5], 48, 18)).toBe("");
  });

  it("say how stale a price is in words too", () => {
    expect(stateText({ word: "stale", figure: "14 s" })).toBe("stale 14 s");
    expect(stateText({ word: "live", figure: "12 ms" })).toBe("live");
    expect([isDoubtful("stale"), isDoubtful("closed")]).toEqual([true, false]);
  });
});
