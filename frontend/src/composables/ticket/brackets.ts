/** Take profit and stop loss: from a distance to a price, and back. */

import type { Side } from "@public/trading_terminal/charting_library";
import {
  ceilTo,
  decimal,
  floorTo,
  HUNDRED,
  writeShort,
  writeStep,
  ZERO,
  type Decimal,
} from "./decimal";
import type { BracketName, BracketUnit } from "./ticketForm";

/** What a bracket is measured from. */
export interface BracketBase {
  side: Side;
  entry: Decimal;
  tick: Decimal;
  /** Null while it is not known: then money says nothing. */
  qty: Decimal | null;
}

/** Beyond so many decimals a percentage or an amount says nothing. */
const SHOWN_DECIMALS = 4;
const MONEY_DECIMALS = 2;

/**
 * Return the price of a bracket, on a tick; null where `unit` cannot be measured.
 *
 * Between two ticks a target goes to the farther and a stop to the nearer one: it wins no less and
 * risks no more than was asked. Both is the higher price on a buy, the lower one on a sell.
 */
export function bracketPrice(
  base: BracketBase,
  name: BracketName,
  unit: BracketUnit,
  amount: Decimal,
): Decimal | null {
  if (unit === "price") return amount;
  const distance = distanceOf(base, unit, amount);
  if (!distance) return null;
  const wanted = isAbove(base.side, name) ? base.entry.plus(distance) : base.entry.minus(distance);
  return base.side === 1 ? ceilTo(wanted, base.tick) : floorTo(wanted, base.tick);
}

/** Return what a bracket's price is in a unit, as its field shows it; null where it is nothing. */
export function bracketIn(base: BracketBase, unit: BracketUnit, price: Decimal): string | null {
  if (unit === "price") return writeStep(price, base.tick);
  const distance = price.minus(base.entry).abs();
  if (unit === "ticks") return writeShort(distance.div(base.tick), 0);
  if (unit === "percent") {
    if (base.entry.eq(ZERO)) return null;
    return writeShort(distance.times(HUNDRED).div(base.entry), SHOWN_DECIMALS);
  }
  return base.qty && writeShort(distance.times(base.qty), MONEY_DECIMALS);
}

/** Whether a bracket stands where it wins or loses: a buy profits above its entry. */
export function isOnItsSide(
  { side, entry }: BracketBase,
  name: BracketName,
  price: Decimal,
): boolean {
  return isAbove(side, name) ? price.gt(entry) : price.lt(entry);
}

/** What the brackets risk and may win, in the instrument's currency. */
export interface Stakes {
  risk: Decimal | null;
  reward: Decimal | null;
  /** Reward for each unit of risk, as text with two decimals. */
  ratio: string | null;
}

export function stakes(
  { entry, qty }: BracketBase,
  takeProfit: Decimal | null,
  stopLoss: Decimal | null,
): Stakes {
  const far = (price: Decimal | null): Decimal | null => price && price.minus(entry).abs();
  const [gain, loss] = [far(takeProfit), far(stopLoss)];
  const hasBoth = gain && loss && loss.gt(ZERO);
  return {
    risk: loss && qty && loss.times(qty),
    reward: gain && qty && gain.times(qty),
    ratio: hasBoth ? decimal(writeShort(gain.div(loss), 2)).toFixed(2) : null,
  };
}

function distanceOf(base: BracketBase, unit: BracketUnit, amount: Decimal): Decimal | null {
  if (unit === "ticks") return amount.times(base.tick);
  if (unit === "percent") return base.entry.times(amount).div(HUNDRED);
  return base.qty?.gt(ZERO) ? amount.div(base.qty) : null;
}

function isAbove(side: Side, name: BracketName): boolean {
  return (side === 1) === (name === "takeProfit");
}
