import { describe, expect, it } from "vitest";
import { decimal, fromNumber, readDecimal, stepped, writeShort, writeStep } from "../decimal";

describe("a field", () => {
  it.each([
    ["186.5", "186.5"],
    [" 007 ", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0.00000001", "0.00000001"],
  ])("reads %j as %s", (text, value) => {
    expect(readDecimal(text)?.toFixed()).toBe(value);
  });

  it.each(["", ".", "-1", "−1", "1e5", "NaN", "Infinity", "1,5", "1 000", "0x1f", "9".repeat(25)])(
    "reads %j as no number",
    (text) => {
      expect(readDecimal(text)).toBeNull();
    },
  );
});

describe("a decimal", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, null, undefined])("is not made of %s", (value) => {
    expect(fromNumber(value)).toBeNull();
  });

  it("of a small step comes as it was meant", () => {
    expect(fromNumber(1e-8)?.toFixed()).toBe("0.00000001");
  });

  it.each([
    ["57", "0.01", "57.00"],
    ["186.5", "0.25", "186.50"],
    ["1", "0.00000001", "1.00000000"],
    ["12", "5", "12"],
  ])("%s in steps of %s is written %s", (value, step, text) => {
    expect(writeStep(decimal(value), decimal(step))).toBe(text);
  });

  it.each([
    ["1.005", 2, "1.01"],
    ["2.5000", 4, "2.5"],
  ])("%s with %i decimals is written short", (value, decimals, text) => {
    expect(writeShort(decimal(value), decimals)).toBe(text);
  });

  it.each([
    ["186.503", 1, "186.51"],
    ["186.503", -1, "186.50"],
    ["186.50", -10, "186.40"],
    ["0", -1, "-0.01"],
  ])("%s is stepped by %i", (from, steps, to) => {
    expect(stepped(decimal(from), decimal("0.01"), steps).toFixed(2)).toBe(to);
  });
});
