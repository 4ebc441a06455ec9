/** Numbers as the screen writes them: the locale's groups, fixed decimals, U+2212 as minus. */

import { numberFormat } from "./formats";

const MINUS = "\u2212";
const NARROW_SPACE = "\u202f";
const COMPACT: Intl.NumberFormatOptions = { notation: "compact" };

function write(value: number, options: Intl.NumberFormatOptions): string {
  return numberFormat(options).format(value).replace("-", MINUS);
}

/** Return how many decimals an instrument's prices have: 100 → 2, 1 → 0. */
export function decimalsOf(priceScale: number): number {
  return priceScale > 1 ? Math.ceil(Math.log10(priceScale) - 1e-9) : 0;
}

export function formatPrice(value: number, decimals: number): string {
  return write(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Write a difference with its sign, `+0.42` or `−0.42`; nothing before a zero. */
export function formatChange(value: number, decimals: number): string {
  return write(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "exceptZero",
  });
}

export function formatPercent(value: number): string {
  return `${formatChange(value, 2)}${NARROW_SPACE}%`;
}

/** Write a traded quantity short: 950, 12.30K, 4.56M; `precision` only where it is small. */
export function formatVolume(value: number, precision = 0): string {
  if (Math.abs(value) < 1000) {
    return write(value, { maximumFractionDigits: precision });
  }
  return write(value, { ...COMPACT, minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Write a quantity for an axis: as short as it goes. */
export function formatVolumeTick(value: number): string {
  return write(value, { ...COMPACT, maximumFractionDigits: 2 });
}

/** Say which way a value went, as the class of its colour and as the arrow beside it. */
export function direction(change: number): "up" | "down" | "flat" {
  if (change > 0) return "up";
  return change < 0 ? "down" : "flat";
}

/** The sign that stands beside a colour, so that colour is never alone. */
export const ARROWS = { up: "↑", down: "↓", flat: "" } as const;

/** Write the shortest decimal that reads back as this number, without an exponent. */
export function plainNumber(value: number): string {
  const [digits = "", power] = String(value).split("e");
  if (power === undefined) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const all = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  return sign + all.padEnd(point, "0");
}
