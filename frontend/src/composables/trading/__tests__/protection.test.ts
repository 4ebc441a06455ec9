import { describe, expect, it, vi } from "vitest";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { canceledText, protectionOf, protectionText } from "../protection";
import { closeQuestion, reverseQuestion } from "../questions";

vi.stubGlobal("navigator", { language: "en-US" });

const HELD = { id: "A", symbol: "A", side: 1, qty: 12, avgPrice: 274 } as const;

const own = (members: Partial<AccountOrder>): AccountOrder => ({
  ...{ id: "o", symbol: "A", type: 1, side: -1, qty: 12, status: 6 },
  ...{ parentId: "A", parentType: 2 },
  ...members,
});
const target = (qty: number, limitPrice = 277): AccountOrder => own({ qty, limitPrice });
const stop = (qty: number): AccountOrder => own({ type: 3, qty, stopPrice: 272 });

describe("what protects a position", () => {
  it("are its own open orders", () => {
    expect(protectionOf([target(12), stop(12)], HELD)).toEqual({ takeProfit: 277, stopLoss: 272 });
  });

  it("is neither what has ended, nor another's, nor what still waits for an entry", () => {
    const others = [
      own({ limitPrice: 1, status: 1 }),
      own({ limitPrice: 1, symbol: "B" }),
      own({ limitPrice: 1, parentType: 1, parentId: "o1" }),
    ];
    expect(protectionOf(others, HELD)).toEqual({});
  });

  it.each([
    [[], ""],
    [[target(12), stop(12)], "target 277.00 · stop 272.00"],
    [[target(10), stop(10)], "10 of 12 by target 277.00 · stop 272.00"],
    [[target(12), stop(10)], "target 277.00 · 10 of 12 by stop 272.00"],
    [[target(10), stop(12)], "10 of 12 by target 277.00 · all by stop 272.00"],
    [[target(10), target(2, 280)], "target 277.00, 280.00"],
    [[own({ qty: 12, filledQty: 4, limitPrice: 277 })], "8 of 12 by target 277.00"],
  ])("is told with how much it covers: %#", (orders, text) => {
    expect(protectionText(orders, HELD, 2)).toBe(text);
  });

  it.each([
    [[], ""],
    [[stop(12)], "Its stop 272.00 is canceled."],
    [[target(12), stop(12)], "Its target 277.00 and stop 272.00 are canceled."],
    [[target(10), target(2, 280)], "Its target 277.00, 280.00 are canceled."],
  ])("is named before it is canceled: %#", (orders, text) => {
    expect(canceledText(orders, HELD, 2)).toBe(text);
  });
});

describe("the questions of a position", () => {
  it("say what will be done, and what goes with it", () => {
    const close = closeQuestion(HELD, "Its stop 272.00 is canceled.");
    expect([close.title, close.button]).toEqual(["Close Long 12 A?", "Close Long 12 A"]);
    expect(close.text).toMatch(/enough\. Its stop 272\.00 is canceled\.$/);

    const turned = reverseQuestion(HELD, "");
    expect(turned.button).toBe("Reverse to Short 12 A");
    expect(turned.text).toBe("Long 12 A becomes Short 12 A, at the market's price.");
  });
});
