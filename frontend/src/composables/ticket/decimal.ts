/** Exact decimals of the ticket: prices, quantities and money as they are written. */

import Big from "big.js";

export type Decimal = Big;

const Exact = Big();
// Binary numbers come in and go out by name only, see `fromNumber` and `sendable`.
Exact.strict = true;
// Cut, not rounded: whole steps in a quotient stay exact, however many digits it has.
Exact.DP = 40;
Exact.RM = Exact.roundDown;

/** As many as the server reads. */
const WRITTEN = /^(?=\.?\d)\d{0,24}(\.\d{0,18})?$/;
/** Every decimal of so many digits comes back from a binary number as it was. */
const SURE_DIGITS = 15;

export const ZERO = decimal("0");
export const ONE = decimal("1");
export const HUNDRED = decimal("100");

/** @throws Error for a text that is no number */
export function decimal(text: string): Decimal {
  return new Exact(text);
}

/** Read what somebody has typed: digits and a point, zero or more; null for anything else. */
export function readDecimal(text: string): Decimal | null {
  const written = text.trim();
  return WRITTEN.test(written) ? decimal(`0${written}`.replace(/\.$/, "")) : null;
}

/** Return the shortest decimal of a number that came from outside; null where it is none. */
export function fromNumber(value: number | null | undefined): Decimal | null {
  return value == null || !Number.isFinite(value) ? null : decimal(String(value));
}

/** Return a number that says exactly this decimal to the server; null where there is none. */
export function sendable(value: Decimal): number | null {
  return value.c.length > SURE_DIGITS ? null : Number(value.toFixed());
}

export function isOnStep(value: Decimal, step: Decimal): boolean {
  return floorTo(value, step).eq(value);
}

/** Return the next step toward zero. */
export function floorTo(value: Decimal, step: Decimal): Decimal {
  return value.div(step).round(0, Exact.roundDown).times(step);
}

/** Return the next step away from zero. */
export function ceilTo(value: Decimal, step: Decimal): Decimal {
  const below = floorTo(value, step);
  if (below.eq(value)) return below;
  return value.lt(ZERO) ? below.minus(step) : below.plus(step);
}

/** Return the value so many steps away; what lies between two steps goes to the next one first. */
export function stepped(value: Decimal, step: Decimal, steps: number): Decimal {
  const way = decimal(String(Math.sign(steps)));
  if (isOnStep(value, step)) return value.plus(step.times(decimal(String(steps))));
  const next = steps > 0 ? ceilTo(value, step) : floorTo(value, step);
  return next.plus(step.times(decimal(String(steps)).minus(way)));
}

/** Write a value with the decimals of its step: 186.5 in steps of 0.01 is `186.50`. */
export function writeStep(value: Decimal, step: Decimal): string {
  const decimals = step.toFixed().split(".")[1]?.length ?? 0;
  return value.toFixed(decimals);
}

/** Write a value with at most so many decimals, half of the last one up, no zeros at its end. */
export function writeShort(value: Decimal, decimals: number): string {
  return value.round(decimals, Exact.roundHalfUp).toFixed();
}
