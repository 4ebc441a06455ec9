import { describe, expect, it } from "vitest";
import type { AccountOrder, EquityPoint } from "@/services/brokerTerminalService";
import { curveOf, curvePath, dayProfits, daySpan } from "../equityDays";
import { killEffect } from "../killEffect";
import { positionRow } from "../positionRows";

const DAY = 86_400_000;
const point = (ts: number, equity: string): EquityPoint => ({
  ...{ step: 1, ts, equity, balance: equity, unrealized: "0", realized: "0" },
  ...{ marginUsed: "0", available: equity },
});

describe("a position", () => {
  const short = { id: "A", symbol: "A", qty: 10, side: -1, avgPrice: 150 } as const;

  it("is worth what closing it would fetch", () => {
    expect(positionRow({ ...short, side: 1 }, 20)).toMatchObject({ mark: 152, value: 1520 });
    const row = positionRow(short, 20);
    expect(row).toMatchObject({ profit: 20, mark: 148, value: -1480 });
    expect(row.profitPercent).toBeCloseTo(1.3333, 4);
  });

  it("says nothing before there is a quote", () => {
    expect(positionRow(short, undefined)).toMatchObject({ profit: null, mark: null, value: null });
  });
});

describe("the worth of an account", () => {
  const points = [point(DAY - 5, "100"), point(DAY + 7, "110.5"), point(2 * DAY + 1, "90")];

  it("gains and loses by days", () => {
    expect(dayProfits(points, null)).toEqual([
      { day: DAY, profit: 10.5, equity: 110.5 },
      { day: 2 * DAY, profit: -20.5, equity: 90 },
    ]);
  });

  it("gains today by what it is worth now", () => {
    const now = { at: 2 * DAY + 9, equity: 91 };
    expect(dayProfits(points, now).at(-1)).toEqual({ day: 2 * DAY, profit: -19.5, equity: 91 });
    expect(dayProfits([], null)).toEqual([]);
  });

  it("is asked for by whole days, today the last", () => {
    expect(daySpan(2 * DAY + 5, 2)).toEqual({ from: DAY, to: 3 * DAY, points: 2 });
  });

  it("goes on to what it is now", () => {
    const now = { at: 3 * DAY, equity: 95 };
    expect(curveOf(points, now).at(-1)).toEqual(now);
    expect(curveOf(points, { at: 0, equity: 1 })).toHaveLength(3);
    expect(curveOf([], null)).toEqual([]);
  });

  it("is drawn from the left edge to the right", () => {
    const curve = [
      { at: 0, equity: 100 },
      { at: 50, equity: 110 },
      { at: 100, equity: 90 },
    ];
    const box = { width: 200, height: 40 };
    expect(curvePath(curve, box)).toBe("M0.0 20.0L100.0 0.0L200.0 40.0");
    expect(curvePath([], box)).toBe("");
    expect(curvePath([{ at: 5, equity: 1 }], box)).toBe("M0.0 20.0");
  });
});

describe("the kill switch", () => {
  const order = (members: Partial<AccountOrder>): AccountOrder => ({
    ...{ id: "o", symbol: "A", type: 1, side: 1, qty: 1, status: 6 },
    ...members,
  });
  const orders = [order({}), order({ status: 2 }), order({ parentId: "A", parentType: 2 })];
  const positions = [{ id: "A", symbol: "A", qty: 1, side: 1, avgPrice: 1 } as const];

  it("leaves positions and what protects them", () => {
    expect(killEffect(orders, positions, false)).toEqual({
      orders: 1,
      positions: 0,
      sentence: "Cancels 1 order, refuses new orders until you resume.",
    });
  });

  it("closes them too when that is asked", () => {
    expect(killEffect(orders, positions, true).sentence).toBe(
      "Cancels 2 orders, closes 1 position at the market, refuses new orders until you resume.",
    );
    expect(killEffect([], [], true).sentence).toBe("Refuses new orders until you resume.");
  });
});
