import { describe, expect, it, vi } from "vitest";
import type { FillExplanation } from "@/services/brokerTerminalService";
import { feeText, fillRows, fillText, priceBefore, slippage } from "../fillWords";

vi.stubGlobal("navigator", { language: "en-US" });

const FILL: FillExplanation = {
  ...{ executionId: "x1", orderId: "o1", symbol: "A", side: 1, step: 7, feed: "simulated" },
  ...{ rule: "market_at_touch", ruleText: "takes the other side of the quote" },
  ...{ price: "10.02", qty: "3", fee: "1.03" },
  source: {
    kind: "tick",
    time: 0,
    afterGap: false,
    values: [
      { name: "bid", price: 10 },
      { name: "ask", price: 10.02 },
    ],
  },
  size: { remaining: 5, displayed: 4, consumed: 1 },
  feeTerms: { fixed: 1, perShare: 0, rate: 0.001, minimum: 0 },
  ...{ notional: 30.06, before: { qty: 0, notional: 0 }, positionBefore: -1, positionAfter: 2 },
};
const FORMAT = { priceDecimals: 2, time: () => "09:30:00 UTC" };

const row = (told: FillExplanation, name: string): string | undefined =>
  fillRows(told, FORMAT).find((each) => each.name === name)?.value;

describe("the price before a fill", () => {
  it("is the order's own, where it has one", () => {
    expect(priceBefore({ ...FILL, limit: 11 })).toEqual({ name: "the limit", price: 11 });
    expect(priceBefore({ ...FILL, stop: 9 })).toEqual({ name: "the stop", price: 9 });
  });

  it("is the middle of the quote for a market order, and the last trade without one", () => {
    const traded = { ...FILL.source, values: [{ name: "last" as const, price: 9 }] };

    expect(priceBefore(FILL)?.price).toBeCloseTo(10.01);
    expect(priceBefore({ ...FILL, source: traded })?.price).toBe(9);
  });

  it("makes slippage worse when a buy pays more and a sell gets less", () => {
    expect(slippage(FILL, 10)).toBeCloseTo(0.02);
    expect(slippage({ ...FILL, side: -1 }, 10)).toBeCloseTo(-0.02);
    expect(row(FILL, "Slippage")).toBe("0.010 worse a unit");
    expect(row({ ...FILL, limit: 10.02 }, "Slippage")).toBe("none");
  });
});

describe("a fill in words", () => {
  it("names its rule in words, and one that is new as it came", () => {
    expect(row(FILL, "Rule")).toBe("At the touch (market_at_touch)");
    expect(row({ ...FILL, rule: "auction" }, "Rule")).toBe("auction");
  });

  it("says what it took of what the market showed", () => {
    expect(row(FILL, "Liquidity consumed")).toBe(
      "3 of the order's 5; the market showed 4, 1 of it taken before",
    );
  });

  it("tells the fee as a formula over all of the order", () => {
    expect(feeText(FILL)).toBe("1.03 = 1 + 0.1 % × 30.06");
    expect(feeText({ ...FILL, fee: "0.03", before: { qty: 1, notional: 10 } })).toBe(
      "0.03 = 1 + 0.1 % × 40.06, less what the order's fills before this one paid",
    );
    const none = { fixed: 0, perShare: 0, rate: 0, minimum: 0 };
    expect(feeText({ ...FILL, fee: "0", feeTerms: none })).toBe("0: the account pays none");
  });

  it("is copied as a sentence and its rows", () => {
    const [first, tick] = fillText(FILL, FORMAT).split("\n");

    expect(first).toBe("Bought 3 A at 10.02: takes the other side of the quote.");
    expect(tick).toBe("Triggered by the tick: 09:30:00 UTC: bid 10.00, ask 10.02");
    expect(row(FILL, "Position")).toBe("−1 → 2");
  });
});
