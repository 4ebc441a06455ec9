import { describe, expect, it, vi } from "vitest";
import {
  decimalsOf,
  direction,
  formatChange,
  formatPercent,
  formatPrice,
  plainNumber,
  formatVolume,
  formatVolumeTick,
} from "../numbers";

vi.stubGlobal("navigator", { language: "en-US" });

describe("decimals of an instrument", () => {
  it.each([
    [1, 0],
    [2, 1],
    [100, 2],
    [1000, 3],
    [100_000, 5],
    [100_000_000, 8],
  ])("are those that a price scale of %d needs: %d", (scale, decimals) => {
    expect(decimalsOf(scale)).toBe(decimals);
  });
});

describe("numbers on the screen", () => {
  it("keep the instrument's decimals and group the thousands", () => {
    expect(formatPrice(91234.5, 2)).toBe("91,234.50");
    expect(formatPrice(1.08, 5)).toBe("1.08000");
  });

  it("write a minus as U+2212, never as a hyphen", () => {
    expect(formatPrice(-0.5, 2)).toBe("\u22120.50");
    expect(formatChange(-0.42, 2)).toBe("\u22120.42");
  });

  it("show the sign of a change, and none before zero", () => {
    expect(formatChange(0.42, 2)).toBe("+0.42");
    expect(formatChange(0, 2)).toBe("0.00");
    expect(formatPercent(-0.219)).toBe("\u22120.22\u202f%");
  });

  it("write volumes short, small ones exactly", () => {
    expect(formatVolume(950)).toBe("950");
    expect(formatVolume(0.1234, 4)).toBe("0.1234");
    expect(formatVolume(12_345_678)).toBe("12.35M");
    expect(formatVolume(7_000_000)).toBe("7.00M");
    expect(formatVolumeTick(7_000_000)).toBe("7M");
  });
});

it("says which way a value went", () => {
  expect([1, -1, 0].map(direction)).toEqual(["up", "down", "flat"]);
});

describe("a number to be read by machines", () => {
  it.each([
    [1e-7, "0.0000001"],
    [-2.5e-8, "-0.000000025"],
    [1.5e21, "1500000000000000000000"],
    [0.1, "0.1"],
  ])("writes %d without an exponent", (value, text) => {
    expect(plainNumber(value)).toBe(text);
    expect(Number(text)).toBe(value);
  });
});
