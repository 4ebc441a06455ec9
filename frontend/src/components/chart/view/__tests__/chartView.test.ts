import { describe, expect, it } from "vitest";
import { FIRST_VIEW, viewFrom } from "../chartView";
import { captionWords, snapshotName, type Caption } from "../snapshot";

describe("the view that a layout has kept", () => {
  it("comes back as it was", () => {
    const kept = { style: "area", scale: "percentage", inverted: true, sessionBreaks: false };
    expect(viewFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it("is as at first where it is not understood", () => {
    expect(viewFrom(undefined)).toEqual(FIRST_VIEW);
    expect(viewFrom({ style: "renko", scale: 7, inverted: "yes" })).toEqual(FIRST_VIEW);
  });
});

describe("a picture", () => {
  const caption: Caption = {
    symbol: "BTC/USD",
    resolution: "5 minutes",
    exchange: "",
    time: "Mon, Nov 23, 2026, 12:47 UTC",
    state: "stale",
    studies: ["MACD 12 26 9"],
  };

  it("says what it shows, when, and that it is not live", () => {
    const words = "BTC/USD · 5 minutes · MACD 12 26 9 · Mon, Nov 23, 2026, 12:47 UTC · stale";
    expect(captionWords(caption)).toBe(words);
    expect(captionWords({ ...caption, state: null })).not.toContain("stale");
  });

  it("has a name that every file system takes", () => {
    const name = snapshotName(caption, Date.UTC(2026, 10, 23, 12, 47, 1));
    expect(name).toBe("BTC_USD_2026-11-23T12-47-01Z.png");
  });
});
