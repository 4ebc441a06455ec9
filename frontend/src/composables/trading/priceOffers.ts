/** Which orders make sense at a price that somebody points at. */

import type { PreOrder, Side } from "@public/trading_terminal/charting_library";
import { LIMIT, STOP } from "./tradeLines";

export interface Touch {
  bid?: number | undefined;
  ask?: number | undefined;
  lp?: number | undefined;
}

export interface PriceOffer {
  side: Side;
  type: typeof LIMIT | typeof STOP;
}

const BUY = 1;
const SELL = -1;

/**
 * Return what waits at a price: a buy below the market is a limit, above it a stop; a sell the
 * other way round. Inside the spread both sides may wait with a limit. Without a price of the
 * market nothing is known, and nothing is offered.
 */
export function offersAt(price: number, { bid, ask, lp }: Touch): PriceOffer[] {
  const buyer = bid ?? lp;
  const seller = ask ?? lp;
  if (buyer === undefined || seller === undefined) return [];
  if (price > buyer && price < seller)
    return [
      { side: BUY, type: LIMIT },
      { side: SELL, type: LIMIT },
    ];
  return price <= buyer
    ? [
        { side: BUY, type: LIMIT },
        { side: SELL, type: STOP },
      ]
    : [
        { side: SELL, type: LIMIT },
        { side: BUY, type: STOP },
      ];
}

/** Return the order that an offer places. */
export function orderOf(
  { side, type }: PriceOffer,
  symbol: string,
  qty: number,
  price: number,
): PreOrder {
  const at = type === LIMIT ? { limitPrice: price } : { stopPrice: price };
  return { symbol, side, type, qty, ...at };
}
