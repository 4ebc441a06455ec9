import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ceilTo, decimal, floorTo, isOnStep, readDecimal, sendable, stepped } from "../decimal";

/** Steps that instruments have, down to a hundred-millionth. */
const STEPS = ["1", "5", "0.5", "0.25", "0.01", "0.03125", "0.00001", "0.00000001"];
const step = fc.constantFrom(...STEPS).map(decimal);
const amount = fc
  .tuple(fc.bigInt(0n, 10n ** 22n), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => decimal(`${units}e-${scale}`));

describe("decimals", () => {
  it("go down to a step at or below, less than one step away", () => {
    fc.assert(
      fc.property(amount, step, (value, size) => {
        const below = floorTo(value, size);
        expect(isOnStep(below, size)).toBe(true);
        expect(below.lte(value) && value.minus(below).lt(size)).toBe(true);
      }),
    );
  });

  it("go up to a step at or above, less than one step away", () => {
    fc.assert(
      fc.property(amount, step, (value, size) => {
        const above = ceilTo(value, size);
        expect(isOnStep(above, size)).toBe(true);
        expect(above.gte(value) && above.minus(value).lt(size)).toBe(true);
      }),
    );
  });

  it("are stepped up and down again to where they were, from a step", () => {
    fc.assert(
      fc.property(amount, step, fc.integer({ min: 1, max: 1000 }), (value, size, steps) => {
        const from = floorTo(value, size);
        const back = stepped(stepped(from, size, steps), size, -steps);
        expect(back.eq(from)).toBe(true);
      }),
    );
  });

  it("are stepped onto a step, never beyond the next one first", () => {
    fc.assert(
      fc.property(amount, step, (value, size) => {
        const up = stepped(value, size, 1);
        expect(isOnStep(up, size)).toBe(true);
        expect(up.gt(value) && up.minus(value).lte(size)).toBe(true);
      }),
    );
  });

  it("are sent as the number that says the same decimal, or not at all", () => {
    fc.assert(
      fc.property(amount, (value) => {
        const sent = sendable(value);
        if (sent === null) expect(value.c.length).toBeGreaterThan(15);
        else expect(decimal(String(sent)).eq(value)).toBe(true);
      }),
    );
  });

  it("are read as they are written", () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(readDecimal(` ${value.toFixed()} `)?.eq(value)).toBe(true);
      }),
    );
  });
});
