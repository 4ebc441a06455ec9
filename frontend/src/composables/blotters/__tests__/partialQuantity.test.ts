import { describe, expect, it } from "vitest";
import { partOf, readPart } from "../partialQuantity";

describe("a part of a position", () => {
  it.each([
    ["10", 50, 0, "5"],
    ["7", 50, 0, "3"],
    ["1", 25, 0, "1"],
    ["0.3", 50, 4, "0.15"],
    ["0.0003", 50, 4, "0.0001"],
    ["0.3", 100, 4, "0.3"],
  ])("of %s is, at %d %% and %d decimals, %s", (held, percent, decimals, part) => {
    expect(partOf(held, percent, decimals)).toBe(part);
  });

  it("is what was typed, exactly", () => {
    expect(readPart("0.1", "0.3", 4)).toEqual({ amount: 0.1, refusal: "" });
    expect(readPart("0.3", "0.3", 4).amount).toBe(0.3);
  });

  it.each([
    ["", "above 0"],
    ["0", "above 0"],
    ["half", "above 0"],
    ["0.4", "at most 0.3"],
    ["0.00001", "steps of 0.0001"],
  ])("%j is refused, with what is expected", (text, expected) => {
    const { amount, refusal } = readPart(text, "0.3", 4);
    expect(amount).toBeNull();
    expect(refusal).toContain(expected);
  });
});
