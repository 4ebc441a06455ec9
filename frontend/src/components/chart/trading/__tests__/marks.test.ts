import { describe, expect, it } from "vitest";
import { marksOf, MOST_PER_BAR, type MarkedFill } from "../marks";
import { spread } from "../spread";

const fill = (id: number, time: number, side: 1 | -1 = 1): MarkedFill => ({
  ...{ id: `x${id}`, time, side, price: 10, qty: 2 },
});
/** Bars of 100 ms that start at 1000. */
const startOf = (index: number): number => 1000 + index * 100;

describe("marks of fills", () => {
  it("join one side of a bar, and stand at the bar that holds the fill", () => {
    const fills = [fill(1, 1000), fill(2, 1099), fill(3, 1050, -1), fill(4, 1100)];

    const marks = marksOf(fills, 5, startOf);

    expect(marks.map(({ id, index, count, qty }) => [id, index, count, qty])).toEqual([
      ["1000:1", 0, 2, 4],
      ["1000:-1", 0, 1, 2],
      ["1100:1", 1, 1, 2],
    ]);
  });

  it("tell ten of a bar at most, the newest first, and count all", () => {
    const fills = Array.from({ length: 14 }, (_, id) => fill(id, 1000 + id));

    const [mark] = marksOf(fills, 1, startOf);

    expect([mark?.count, mark?.fills.length]).toEqual([14, MOST_PER_BAR]);
    expect(mark?.fills[0]?.id).toBe("x13");
  });

  it("leave out what lies before the first bar, and keep what comes after the last", () => {
    expect(marksOf([fill(1, 999), fill(2, 9999)], 3, startOf).map(({ index }) => index)).toEqual([
      2,
    ]);
    expect(marksOf([fill(1, 1000)], 0, startOf)).toEqual([]);
  });
});

describe("labels", () => {
  it("make room for each other, those above first, in the order given", () => {
    expect(spread([50, 10, 55, 100], 20, 0)).toEqual([50, 10, 70, 100]);
    expect(spread([50, 10, 55], 20, 30)).toEqual([50, 30, 70]);
    expect(spread([], 20, 0)).toEqual([]);
  });
});
