import { describe, expect, it } from "vitest";
import { drawingsFrom, isPlaced, thinned, type Drawing } from "../drawing";
import { TOOL_NAMES, TOOLS } from "../tools";

const points = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ time: at * 60_000, price: 100 + at }));
const trend: Drawing = {
  id: "one",
  tool: "trend",
  points: points(2),
  pane: null,
  color: "series3",
  locked: true,
  text: "",
};

describe("drawings that a layout has kept", () => {
  it("come back by symbol, as they were", () => {
    const note: Drawing = { ...trend, id: "two", tool: "text", points: points(1), text: "here" };
    const kept = { AAPL: [trend, note], "BTC/USD": [{ ...trend, pane: "MACD-1" }] };
    expect(drawingsFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it("are left out where this page cannot draw them", () => {
    const kept = { AAPL: [{ ...trend, tool: "pitchfork" }, { ...trend, points: points(3) }, 7] };
    expect(drawingsFrom(kept)).toEqual({ AAPL: [] });
    expect(drawingsFrom("nonsense")).toEqual({});
    expect(drawingsFrom({ AAPL: "nonsense" })).toEqual({ AAPL: [] });
  });

  it("are the newest two hundred of a symbol", () => {
    const all = Array.from({ length: 250 }, (_, at) => ({ ...trend, id: String(at) }));
    const kept = drawingsFrom({ AAPL: all })["AAPL"];
    expect([kept?.length, kept?.[0]?.id]).toEqual([200, "50"]);
  });
});

describe("a tool", () => {
  it("is one of at least sixteen", () => {
    expect(TOOL_NAMES.length).toBeGreaterThanOrEqual(16);
    expect(new Set(TOOL_NAMES.map((name) => TOOLS[name].shape)).size).toBe(TOOL_NAMES.length);
  });

  it("is placed by as many points as it needs, each at a time and a price", () => {
    expect(isPlaced("trend", points(2))).toBe(true);
    expect(isPlaced("trend", points(1))).toBe(false);
    expect(isPlaced("brush", points(40))).toBe(true);
    expect(isPlaced("trend", [{ time: 1 }, { time: 2, price: 3 }])).toBe(false);
  });
});

describe("a long stroke", () => {
  it("is thinned to what a layout holds, and keeps its end", () => {
    const long = points(2600);
    const thin = thinned(long);
    expect(thin.length).toBeLessThanOrEqual(500);
    expect(thin.at(-1)).toEqual(long.at(-1));
    expect(thinned(points(30))).toEqual(points(30));
  });
});
