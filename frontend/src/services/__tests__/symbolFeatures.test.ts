import { describe, expect, it } from "vitest";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import { delayOf, featuresOf } from "../symbolFeatures";

function instrument(more: object): LibrarySymbolInfo {
  return { name: "GOLD", data_status: "streaming", ...more } as LibrarySymbolInfo;
}

describe("what the feed of a symbol offers", () => {
  it("is what the server says of the symbol", () => {
    const said = { has_quotes: false, has_trades: true, has_depth: false };

    expect(featuresOf(instrument(said))).toEqual(said);
  });

  it("is everything where nothing is said", () => {
    expect(featuresOf(null)).toEqual({ has_quotes: true, has_trades: true, has_depth: true });
  });

  it.each([
    ["delayed_streaming", 900, "delayed 15 min"],
    ["delayed_streaming", 20, "delayed 20 s"],
    ["streaming", 0, ""],
    ["endofday", -1, ""],
  ])("comes late as it says: %s %s", (data_status, delay, words) => {
    expect(delayOf(instrument({ data_status, delay }))).toBe(words);
  });
});
