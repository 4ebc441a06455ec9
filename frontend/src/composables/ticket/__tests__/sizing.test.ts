import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, isOnStep } from "../decimal";
import { sizeOfCash, sizeOfRisk } from "../sizing";

const d = decimal;
const cents = (most: number) =>
  fc.integer({ min: 1, max: most }).map((value) => decimal(`${value}e-2`));
const lot = fc.constantFrom("1", "10", "0.01", "0.00000001").map(decimal);

describe("a size by cash", () => {
  it.each([
    ["1000", "186.50", "1", "5"],
    ["0.3", "0.1", "1", "3"],
    ["100", "3", "0.00000001", "33.33333333"],
    ["186.49", "186.50", "1", "0"],
    ["0", "186.50", "1", "0"],
    ["999999999999", "0.01", "1", "99999999999900"],
  ])("%s at %s in lots of %s is %s", (cash, price, size, expected) => {
    expect(sizeOfCash(d(cash), d(price), d(size))?.toFixed()).toBe(expected);
  });

  it("is none without a price", () => {
    expect(sizeOfCash(d("100"), d("0"), d("1"))).toBeNull();
  });

  it("is the most that the cash pays", () => {
    fc.assert(
      fc.property(cents(1e9), cents(1e6), lot, (cash, price, size) => {
        const qty = sizeOfCash(cash, price, size) ?? d("-1");
        expect(isOnStep(qty, size)).toBe(true);
        expect(qty.times(price).lte(cash)).toBe(true);
        expect(qty.plus(size).times(price).gt(cash)).toBe(true);
      }),
    );
  });
});

describe("a size by risk", () => {
  const base = { equity: d("100000"), entry: d("186.50"), stopLoss: d("184.50"), lot: d("1") };

  it("loses what was asked at the stop", () => {
    expect(sizeOfRisk(d("1"), base)?.toFixed()).toBe("500");
  });

  it("is the same for a short", () => {
    expect(sizeOfRisk(d("1"), { ...base, stopLoss: d("188.50") })?.toFixed()).toBe("500");
  });

  it.each([
    ["a stop at the entry", { stopLoss: d("186.50") }],
    ["no equity left", { equity: d("0") }],
    ["a debt", { equity: d("-5") }],
  ])("is none with %s", (_, changed) => {
    expect(sizeOfRisk(d("1"), { ...base, ...changed })).toBeNull();
  });

  it("is the most that stays within it", () => {
    fc.assert(
      fc.property(
        cents(1e9),
        cents(1e4),
        cents(1e6),
        cents(1e6),
        lot,
        (equity, percent, entry, stopLoss, size) => {
          fc.pre(!entry.eq(stopLoss));
          const qty = sizeOfRisk(percent, { equity, entry, stopLoss, lot: size }) ?? d("-1");
          const loss = entry.minus(stopLoss).abs().times(d("100"));
          expect(qty.times(loss).lte(equity.times(percent))).toBe(true);
          expect(qty.plus(size).times(loss).gt(equity.times(percent))).toBe(true);
        },
      ),
    );
  });
});
