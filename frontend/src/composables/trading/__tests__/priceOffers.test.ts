import { describe, expect, it } from "vitest";
import { offersAt, orderOf, type Touch } from "../priceOffers";

const QUOTE = { bid: 10, ask: 10.1, lp: 10 };

/** What is offered, as words. */
const offered = (price: number, touch: Touch): string[] =>
  offersAt(price, touch).map(
    ({ side, type }) => `${side === 1 ? "buy" : "sell"} ${type === 1 ? "limit" : "stop"}`,
  );

describe("a right click at a price", () => {
  it("offers what would wait there, below and above the market", () => {
    expect(offered(9, QUOTE)).toEqual(["buy limit", "sell stop"]);
    expect(offered(11, QUOTE)).toEqual(["sell limit", "buy stop"]);
  });

  it("offers a limit to both sides inside the spread", () => {
    expect(offered(10.05, QUOTE)).toEqual(["buy limit", "sell limit"]);
  });

  it("takes the last price where nothing is quoted, and offers nothing without one", () => {
    expect(offered(9, { lp: 10 })).toEqual(["buy limit", "sell stop"]);
    expect(offered(11, { lp: 10 })).toEqual(["sell limit", "buy stop"]);
    expect(offered(9, {})).toEqual([]);
  });

  it("places the price as a limit or as a stop", () => {
    const both = offersAt(9, QUOTE).map((offer) => orderOf(offer, "A", 2, 9));

    expect(both).toEqual([
      { symbol: "A", side: 1, type: 1, qty: 2, limitPrice: 9 },
      { symbol: "A", side: -1, type: 3, qty: 2, stopPrice: 9 },
    ]);
  });
});
