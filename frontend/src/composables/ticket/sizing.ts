/** How much to trade: by cash or by what may be lost. */

import { floorTo, HUNDRED, ZERO, type Decimal } from "./decimal";

/** Return the most whole lots that `cash` pays at `price`, before fees; null without a price. */
export function sizeOfCash(cash: Decimal, price: Decimal, lot: Decimal): Decimal | null {
  return price.gt(ZERO) ? floorTo(cash.div(price), lot) : null;
}

/** What a quantity by risk is computed from. */
export interface RiskBase {
  equity: Decimal;
  entry: Decimal;
  stopLoss: Decimal;
  lot: Decimal;
}

/** Return the most whole lots that lose at most `percent` of the equity at the stop, before fees. */
export function sizeOfRisk(percent: Decimal, base: RiskBase): Decimal | null {
  const loss = base.entry.minus(base.stopLoss).abs();
  if (!loss.gt(ZERO) || !base.equity.gt(ZERO)) return null;
  return floorTo(base.equity.times(percent).div(HUNDRED).div(loss), base.lot);
}
