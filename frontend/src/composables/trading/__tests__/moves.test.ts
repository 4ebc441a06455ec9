import { describe, expect, it } from "vitest";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { movedOrder, protectedAt, protectionAt } from "../moves";
import { stepDecimals, stepped, toStep } from "../priceSteps";
import { isOrderLine, linesOf } from "../tradeLines";

const ENTRY: AccountOrder = {
  ...{ id: "o1", symbol: "A", type: 4, side: 1, qty: 5, status: 6 },
  ...{ stopPrice: 11, limitPrice: 12, takeProfit: 14, stopLoss: 9 },
};
const LONG = { id: "A", symbol: "A", side: 1, qty: 3, avgPrice: 10 } as const;
const SHORT = { ...LONG, side: -1 } as const;

describe("a line that was moved", () => {
  it("asks for the whole order again, its protection too, with one price changed", () => {
    const [stop, limit] = linesOf("A", [ENTRY], []).filter(isOrderLine);

    expect(stop && movedOrder(stop, 11.5)).toEqual({ ...ENTRY, stopPrice: 11.5 });
    expect(limit && movedOrder(limit, 12.5)).toEqual({ ...ENTRY, limitPrice: 12.5 });
  });

  it("out of a position is a target on the side of profit, a stop on the other", () => {
    expect(protectionAt(LONG, 12, 11)).toBe("takeProfit");
    expect(protectionAt(LONG, 10.5, 11)).toBe("stopLoss");
    expect(protectionAt(SHORT, 12, 11)).toBe("stopLoss");
    expect(protectionAt(SHORT, 10, 11)).toBe("takeProfit");
  });

  it("protects nothing at the market's price, nor where there is none", () => {
    expect([protectionAt(LONG, 11, 11), protectionAt(LONG, 12, undefined)]).toEqual([null, null]);
  });

  it("keeps the other side of a position's protection", () => {
    const child = { parentId: "A", parentType: 2, side: -1, type: 1, limitPrice: 14 } as const;
    const lines = linesOf("A", [{ ...ENTRY, ...child, id: "o2" }], [LONG]);

    expect(protectedAt(LONG, "stopLoss", 9, lines)).toEqual({ takeProfit: 14, stopLoss: 9 });
    expect(protectedAt(LONG, "takeProfit", 15, lines)).toEqual({ takeProfit: 15 });
  });
});

describe("prices of an instrument", () => {
  it("are whole steps, as the decimal that is meant", () => {
    expect(toStep(0.5699999, 0.01)).toBe(0.57);
    expect(toStep(101.3, 0.25)).toBe(101.25);
    expect(toStep(1.000000014, 1e-8)).toBe(1.00000001);
    expect(stepped(0.56, 1, 0.01)).toBe(0.57);
    expect(stepped(100, -3, 5)).toBe(85);
  });

  it("are written with the decimals of their step", () => {
    expect([0.01, 0.25, 1e-8, 1, 5].map(stepDecimals)).toEqual([2, 2, 8, 0, 0]);
  });
});
