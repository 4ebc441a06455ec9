/** A part of a position, in whole steps of its instrument. */

import {
  decimal,
  floorTo,
  isOnStep,
  readDecimal,
  sendable,
  ZERO,
} from "@/composables/ticket/decimal";

const stepOf = (decimals: number) => decimal(`1e-${decimals}`);

/** Return so many percent of what is held, cut to a step; at least one step. */
export function partOf(held: string, percent: number, decimals: number): string {
  const step = stepOf(decimals);
  const part = floorTo(
    decimal(held)
      .times(decimal(String(percent)))
      .div(decimal("100")),
    step,
  );
  return (part.gt(ZERO) ? part : step).toFixed();
}

/** Read what somebody has typed; `amount` null says in `refusal` what is expected. */
export function readPart(
  text: string,
  held: string,
  decimals: number,
): { amount: number; refusal: "" } | { amount: null; refusal: string } {
  const typed = readDecimal(text);
  const step = stepOf(decimals);
  const amount = typed && sendable(typed);
  if (!typed || amount === null || !typed.gt(ZERO))
    return { amount: null, refusal: `Expected a quantity above 0 and at most ${held}.` };
  if (typed.gt(decimal(held)))
    return { amount: null, refusal: `Expected at most ${held}, which is all of it.` };
  if (!isOnStep(typed, step))
    return { amount: null, refusal: `Expected whole steps of ${step.toFixed()}.` };
  return { amount, refusal: "" };
}
