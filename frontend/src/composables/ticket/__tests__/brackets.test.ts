import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bracketIn, bracketPrice, isOnItsSide, stakes, type BracketBase } from "../brackets";
import { decimal, isOnStep } from "../decimal";
import type { BracketName, BracketUnit } from "../ticketForm";

const d = decimal;
const base: BracketBase = { side: 1, entry: d("186.50"), tick: d("0.01"), qty: d("100") };
const short: BracketBase = { ...base, side: -1 };

describe("a bracket's price", () => {
  it.each<[string, BracketBase, BracketName, BracketUnit, string, string]>([
    ["a buy's target by ticks", base, "takeProfit", "ticks", "50", "187"],
    ["a buy's stop by ticks", base, "stopLoss", "ticks", "50", "186"],
    ["a sell's target by ticks", short, "takeProfit", "ticks", "50", "186"],
    ["a sell's stop by ticks", short, "stopLoss", "ticks", "50", "187"],
    ["a target by percent, no less", base, "takeProfit", "percent", "1", "188.37"],
    ["a stop by percent, no farther", base, "stopLoss", "percent", "1", "184.64"],
    ["a sell's stop by percent, no farther", short, "stopLoss", "percent", "1", "188.36"],
    ["a stop by money", base, "stopLoss", "money", "200", "184.5"],
    ["a price", base, "stopLoss", "price", "3", "3"],
  ])("is that of %s", (_, from, name, unit, amount, price) => {
    expect(bracketPrice(from, name, unit, d(amount))?.toFixed()).toBe(price);
  });

  it("is unknown by money without a quantity", () => {
    expect(bracketPrice({ ...base, qty: null }, "stopLoss", "money", d("200"))).toBeNull();
    expect(bracketPrice({ ...base, qty: d("0") }, "stopLoss", "money", d("200"))).toBeNull();
  });

  it("is where it was after a way by ticks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18_649 }), (ticks) => {
        const price = bracketPrice(base, "stopLoss", "ticks", d(String(ticks)));
        expect(price && bracketIn(base, "ticks", price)).toBe(String(ticks));
      }),
    );
  });

  it("risks no more, wins no less, and lies on the next tick", () => {
    const amounts = fc.integer({ min: 1, max: 99_000 }).map((value) => d(`${value}e-3`));
    const units = fc.constantFrom<BracketUnit>("percent", "money");
    fc.assert(
      fc.property(amounts, units, fc.constantFrom(base, short), (amount, unit, from) => {
        const exact =
          unit === "money" ? amount.div(d("100")) : from.entry.times(amount).div(d("100"));
        for (const name of ["takeProfit", "stopLoss"] as const) {
          const price = bracketPrice(from, name, unit, amount) ?? from.entry;
          const beyond = price.minus(from.entry).abs().minus(exact);
          const more = name === "takeProfit" ? beyond : beyond.times(d("-1"));
          expect(isOnStep(price, from.tick)).toBe(true);
          expect(more.gte(d("0")) && more.lt(from.tick)).toBe(true);
        }
      }),
    );
  });
});

describe("a bracket told otherwise", () => {
  it.each<[BracketUnit, string]>([
    ["price", "184.50"],
    ["ticks", "200"],
    ["percent", "1.0724"],
    ["money", "200"],
  ])("by %s is %s", (unit, text) => {
    expect(bracketIn(base, unit, d("184.5"))).toBe(text);
  });
});

it.each<[BracketBase, BracketName, string, boolean]>([
  [base, "takeProfit", "186.51", true],
  [base, "takeProfit", "186.50", false],
  [base, "stopLoss", "186.51", false],
  [short, "stopLoss", "186.51", true],
  [short, "takeProfit", "186.51", false],
])("knows its side", (from, name, price, expected) => {
  expect(isOnItsSide(from, name, d(price))).toBe(expected);
});

describe("stakes", () => {
  it("weigh the reward against the risk", () => {
    const { risk, reward, ratio } = stakes(base, d("190.50"), d("184.50"));

    expect([risk?.toFixed(), reward?.toFixed(), ratio]).toEqual(["200", "400", "2.00"]);
  });

  it("have no ratio with one of the two, or without risk", () => {
    expect(stakes(base, d("190"), null).ratio).toBeNull();
    expect(stakes(base, d("190"), base.entry).ratio).toBeNull();
  });
});
