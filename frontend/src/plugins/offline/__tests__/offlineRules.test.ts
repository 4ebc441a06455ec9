import { describe, expect, it } from "vitest";
import type { PreOrder } from "@public/trading_terminal/charting_library";
import { checkBrackets, checkOrder, fillPrice, touch, triggers } from "../offlineRules";

const QUOTE = { bid: 99, ask: 101 };
const order = (rest: object) =>
  ({ id: "o", symbol: "A", qty: 1, status: 6, type: 1, side: 1, ...rest }) as never;

describe("when an offline order fills", () => {
  it("a buy pays the ask, a sell gets the bid", () => {
    expect([touch(1, QUOTE), touch(-1, QUOTE)]).toEqual([101, 99]);
    expect(fillPrice(order({ type: 2, side: -1 }), QUOTE)).toBe(99);
  });

  it.each([
    [{ limitPrice: 100 }, null, null],
    [{ limitPrice: 102 }, 101, 102],
    [{ limitPrice: 100, side: -1 }, null, null],
    [{ limitPrice: 98, side: -1 }, 99, 98],
  ])(
    "a limit fills at the touch when it arrives, at its price when it rests: %o",
    (rest, ...at) => {
      const prices = [true, false].map((arriving) => fillPrice(order(rest), QUOTE, { arriving }));

      expect(prices).toEqual(at);
    },
  );

  it("a stop waits for its trigger, then goes to the market, a stop-limit to its limit", () => {
    const stop = order({ type: 3, stopPrice: 101 });
    const stopLimit = order({ type: 4, stopPrice: 101, limitPrice: 100 });
    const triggered = { triggered: true };

    expect([triggers(stop, QUOTE), triggers(order({ type: 3, stopPrice: 102 }), QUOTE)]).toEqual([
      true,
      false,
    ]);
    expect([fillPrice(stop, QUOTE), fillPrice(stop, QUOTE, triggered)]).toEqual([null, 101]);
    expect(fillPrice(stopLimit, QUOTE, triggered)).toBeNull();
    expect(triggers(order({ type: 3, side: -1, stopPrice: 99 }), QUOTE)).toBe(true);
  });
});

describe("what the offline broker refuses", () => {
  it.each([
    [{ qty: 0 }, "ORDER_QTY_RANGE"],
    [{ type: 1 }, "ORDER_PRICE_MISSING"],
    [{ type: 3 }, "ORDER_PRICE_MISSING"],
    [{ type: 4, stopPrice: 1 }, "ORDER_PRICE_MISSING"],
    [{ type: 1, limitPrice: -5 }, "ORDER_PRICE_RANGE"],
  ])("an order with %o: %s", (rest, code) => {
    const asked = { symbol: "A", type: 2, side: 1, qty: 1, ...rest } as PreOrder;

    expect(() => checkOrder(asked)).toThrow(expect.objectContaining({ code, status: 422 }));
  });

  it("brackets on the wrong side of the price, on either side", () => {
    const wrong = { code: "BRACKET_WRONG_SIDE" };

    expect(() => checkBrackets(1, 100, { takeProfit: 110, stopLoss: 90 })).not.toThrow();
    expect(() => checkBrackets(1, 100, { takeProfit: 90 })).toThrow(expect.objectContaining(wrong));
    expect(() => checkBrackets(-1, 100, { stopLoss: 90 })).toThrow(expect.objectContaining(wrong));
  });
});
