import { describe, expect, it } from "vitest";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { isOrderLine, linesOf } from "../tradeLines";

const WORKING = 6;
const INACTIVE = 3;

const order = (id: string, more: Partial<AccountOrder> = {}): AccountOrder => ({
  ...{ id, symbol: "A", type: 1, side: 1, qty: 5, status: WORKING },
  ...more,
});
const HELD = { id: "A", symbol: "A", side: 1, qty: 3, avgPrice: 9 } as const;

/** Lines as `id kind price parent`. */
const lines = (...orders: AccountOrder[]): string[] =>
  linesOf("A", orders, []).map(({ id, kind, price, parent }) => `${id} ${kind} ${price} ${parent}`);

describe("lines of an account", () => {
  it("are the prices that living orders of the symbol wait at", () => {
    const limit = order("o1", { limitPrice: 10 });
    const stop = order("o2", { type: 3, stopPrice: 12 });
    const others = [
      order("o3", { symbol: "B", limitPrice: 1 }),
      order("o4", { limitPrice: 2, status: 2 }),
      order("o5", { type: 2 }),
    ];

    expect(lines(limit, stop, ...others)).toEqual([
      "o1:limitPrice limit 10 null",
      "o2:stopPrice stop 12 null",
    ]);
  });

  it("show both prices of a stop-limit, the limit hanging on the stop", () => {
    expect(lines(order("o1", { type: 4, stopPrice: 11, limitPrice: 12 }))).toEqual([
      "o1:stopPrice stop 11 null",
      "o1:limitPrice limit 12 o1:stopPrice",
    ]);
  });

  it("link brackets to their entry, and say that they wait", () => {
    const entry = order("o1", { limitPrice: 10, takeProfit: 12, stopLoss: 9 });
    const child = { parentId: "o1", parentType: 1, side: -1, status: INACTIVE } as const;
    const target = order("o2", { ...child, limitPrice: 12 });
    const stop = order("o3", { ...child, type: 3, stopPrice: 9 });

    expect(lines(entry, target, stop).slice(1)).toEqual([
      "o2:limitPrice takeProfit 12 o1:limitPrice",
      "o3:stopPrice stopLoss 9 o1:limitPrice",
    ]);
    expect(linesOf("A", [entry, target], []).filter(isOrderLine)[1]?.waits).toBe(true);
  });

  it("link the protection of a position to its line, which comes first", () => {
    const child = { parentId: "A", parentType: 2, side: -1, limitPrice: 12 } as const;
    const [position, target] = linesOf("A", [order("o1", child)], [HELD]);

    expect(position).toMatchObject({ id: "position:A", kind: "position", price: 9, qty: 3 });
    expect(target).toMatchObject({ kind: "takeProfit", parent: "position:A" });
  });

  it("have what is left of a partly filled order", () => {
    const [line] = linesOf("A", [order("o1", { limitPrice: 10, filledQty: 2 })], []);

    expect(line?.qty).toBe(3);
  });
});
