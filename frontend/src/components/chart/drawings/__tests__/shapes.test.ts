import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { measureWords } from "../measure";
import { arrowHead, ellipse, extensionLevels, rectangle, retracementLevels } from "../shapes";

const A = { x: 10, y: 20 };
const B = { x: 110, y: 80 };

describe("a shape between two places", () => {
  it("has them as opposite corners", () => {
    expect(rectangle([A, B])).toEqual([A, { x: 110, y: 20 }, B, { x: 10, y: 80 }]);
  });

  it("is filled by its ellipse", () => {
    const corners = ellipse([A, B]);
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([10, 110]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([20, 80]);
  });

  it("points with its head at the second", () => {
    const [one, tip, other] = arrowHead([
      { x: 0, y: 50 },
      { x: 100, y: 50 },
    ]);
    expect(tip).toEqual({ x: 100, y: 50 });
    expect(one?.x).toBeCloseTo(other?.x ?? 0);
    expect([one?.y ?? 0, other?.y ?? 0].sort((a, b) => a - b)[0]).toBeLessThan(50);
  });
});

describe("the levels of a move", () => {
  const priceOf = (levels: { part: number; price: number }[], part: number) =>
    levels.find((level) => level.part === part)?.price;

  it("lie on the way back from its end to its start", () => {
    const levels = retracementLevels([100, 200]);
    expect([0, 0.5, 1].map((part) => priceOf(levels, part))).toEqual([200, 150, 100]);
    expect(priceOf(levels, 0.618)).toBeCloseTo(138.2);
  });

  it("lie beyond the third point, as far as the move went", () => {
    const levels = extensionLevels([100, 150, 120]);
    expect([0, 1].map((part) => priceOf(levels, part))).toEqual([120, 170]);
    expect(priceOf(levels, 1.618)).toBeCloseTo(200.9);
    expect(extensionLevels([100, 150])).toEqual([]);
  });
});

describe("a measure", () => {
  beforeAll(() => void vi.stubGlobal("navigator", { language: "en-US" }));
  afterAll(() => void vi.unstubAllGlobals());
  const HOUR = 3_600_000;
  const from = { time: 0, price: 200 };

  it("says how far, how many bars and how long", () => {
    const to = { time: 26 * HOUR, price: 210.5 };
    expect(measureWords([from, to], 26, 2)).toBe("+10.50 (+5.25\u202f%) · 26 bars · 1d 2h");
  });

  it("says backward by its sign", () => {
    const to = { time: -45 * 60_000, price: 190 };
    const words = "\u221210.00 (\u22125.00\u202f%) · \u221245 bars · \u221245m";
    expect(measureWords([from, to], -45, 2)).toBe(words);
  });
});
