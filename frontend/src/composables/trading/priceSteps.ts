/** Prices that an instrument has: whole steps of its smallest change. */

/** Return the decimals that a step is written with: 0.25 has 2, 1e-8 has 8. */
export function stepDecimals(step: number): number {
  const text = step.toFixed(12).replace(/0+$/, "");
  return text.length - text.indexOf(".") - 1;
}

/** Return the price of the instrument that is nearest. */
export function toStep(price: number, step: number): number {
  return atStep(Math.round(price / step), step);
}

/** Return the price so many steps above, or below, one of the instrument. */
export function stepped(price: number, steps: number, step: number): number {
  return atStep(Math.round(price / step) + steps, step);
}

/** The decimal that is meant: multiplied in binary, 57 times 0.01 is not 0.57. */
function atStep(count: number, step: number): number {
  return Number((count * step).toFixed(stepDecimals(step)));
}
