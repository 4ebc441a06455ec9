import { expect, it } from "vitest";
import { mapFillExplanation } from "../fillExplanation";

it("reads an explanation in the instrument's own units", () => {
  const scales = { price: 100, qty: 1000 };
  const fee = { fixed: 1e12, perShare: 0, rate: 100_000, minimum: 0 };
  const explanation = {
    ...{ orderId: "o1", symbol: "A", side: 1, step: 3, feed: "f", rule: "r", ruleText: "why" },
    source: { time: 5, bid: 999, ask: 1001, last: null, gap: false },
    ...{ limit: 1001, stop: null, scales },
    size: { remaining: 2000, displayed: 5000, consumed: 0, reducible: null },
    fee: { ...fee, filledQty: 500, filledCost: 5e12, notional: 20e12 },
    ...{ positionBefore: { qty: 0 }, positionAfter: { qty: 2000 } },
  };
  const recomputed = { price: "10.01", qty: "2.000", fee: "1.02" };

  const told = mapFillExplanation({ executionId: "x1", explanation, recomputed });

  expect(told).toMatchObject({ executionId: "x1", price: "10.01", limit: 10.01, notional: 20 });
  expect(told.source.values).toEqual([
    { name: "bid", price: 9.99 },
    { name: "ask", price: 10.01 },
  ]);
  expect(told.size).toEqual({ remaining: 2, displayed: 5, consumed: 0 });
  expect(told.feeTerms).toEqual({ fixed: 1, perShare: 0, rate: 0.001, minimum: 0 });
  expect(told.before).toEqual({ qty: 0.5, notional: 5 });
});
