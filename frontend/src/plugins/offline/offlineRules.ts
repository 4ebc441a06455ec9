/** When an order of the offline account fills, and at which price. */

import type {
  Brackets,
  PlacedOrder,
  PreOrder,
  Side,
} from "@public/trading_terminal/charting_library";
import { ApiError } from "../apiAnswer";

export interface OfflineQuote {
  bid: number;
  ask: number;
}

export const STATUS = { canceled: 1, filled: 2, inactive: 3, working: 6 } as const;
export const TYPE = { limit: 1, market: 2, stop: 3, stopLimit: 4 } as const;
export const PARENT = { order: 1, position: 2 } as const;

/** The price that an order gets on this side at once: a buy pays the ask. */
export function touch(side: Side, { bid, ask }: OfflineQuote): number {
  return side === 1 ? ask : bid;
}

/**
 * The price at which a working order fills, null while it waits. A stop that triggers is `triggered`
 * for good; a limit that rested fills at its price, one that arrives marketable at the touch.
 */
export function fillPrice(
  order: PlacedOrder,
  quote: OfflineQuote,
  { triggered = false, arriving = false } = {},
): number | null {
  const market = touch(order.side, quote);
  const { limitPrice } = order;
  if (isStop(order) && !triggered) return null;
  if (limitPrice === undefined || order.type === TYPE.stop) return market;
  if (order.side * (limitPrice - market) < 0) return null;
  return arriving ? market : limitPrice;
}

export function triggers(order: PlacedOrder, quote: OfflineQuote): boolean {
  const { side, stopPrice } = order;
  return isStop(order) && stopPrice !== undefined && side * (touch(side, quote) - stopPrice) >= 0;
}

/** @throws ApiError as the server would refuse the order */
export function checkOrder(order: PreOrder): void {
  if (!(order.qty > 0)) {
    throw refused("ORDER_QTY_RANGE", 422, `qty: expected above 0, got ${order.qty}`);
  }
  const needs = { limitPrice: isLimit(order), stopPrice: isStop(order) };
  for (const [name, isNeeded] of Object.entries(needs)) {
    const price = order[name as keyof typeof needs];
    if (isNeeded && price === undefined) {
      throw refused("ORDER_PRICE_MISSING", 422, `${name}: expected a price, got none`);
    }
    if (isNeeded && !((price ?? 0) > 0)) {
      throw refused("ORDER_PRICE_RANGE", 422, `${name}: expected above 0, got ${String(price)}`);
    }
  }
}

/** @throws ApiError when a bracket would lose what it is to protect, at once */
export function checkBrackets(side: Side, price: number, { takeProfit, stopLoss }: Brackets): void {
  const isWrong = (bracket: number | undefined, sign: number): boolean =>
    bracket !== undefined && side * sign * (bracket - price) <= 0;
  if (isWrong(takeProfit, 1) || isWrong(stopLoss, -1)) {
    const got = `takeProfit ${String(takeProfit)}, stopLoss ${String(stopLoss)} at ${price}`;
    throw refused("BRACKET_WRONG_SIDE", 422, `expected brackets on both sides, got ${got}`);
  }
}

export function refused(code: string, status: number, message: string): ApiError {
  return new ApiError(code, message, status);
}

function isLimit({ type }: { type: number }): boolean {
  return type === TYPE.limit || type === TYPE.stopLimit;
}

function isStop({ type }: { type: number }): boolean {
  return type === TYPE.stop || type === TYPE.stopLimit;
}
