/** Orders in the words of their buttons and of their state. */

import type { AccountOrder, AccountPreOrder } from "@/services/brokerTerminalService";
import { fromNumber } from "./decimal";
import { TYPES } from "./ticketForm";

type Worded = Pick<
  AccountPreOrder,
  "symbol" | "side" | "type" | "qty" | "limitPrice" | "stopPrice"
>;

/** Writes a price in the instrument's decimals. */
export type WritePrice = (price: number) => string;

/** Say what an order will do: `Buy 100 AAPL @ 186.50`. */
export function orderWords(order: Worded, price: WritePrice): string {
  return `${sideWord(order.side)} ${quantity(order.qty)} ${order.symbol} ${priceWords(order, price)}`;
}

export function sideWord(side: number): "Buy" | "Sell" {
  return side === 1 ? "Buy" : "Sell";
}

/** Say what price an order waits for. */
export function priceWords({ type, limitPrice, stopPrice }: Worded, price: WritePrice): string {
  const limit = limitPrice === undefined ? "" : price(limitPrice);
  const stop = stopPrice === undefined ? "" : price(stopPrice);
  if (type === TYPES.market) return "at market";
  if (type === TYPES.limit) return `@ ${limit}`;
  return type === TYPES.stop ? `stop ${stop}` : `stop ${stop} limit ${limit}`;
}

const STATES: Record<number, string> = {
  1: "Canceled",
  2: "Filled",
  3: "Waits for its entry",
  4: "Placing",
  5: "Rejected",
  6: "Working",
};
const OPEN = new Set([3, 4, 6]);

export const isOpen = ({ status }: Pick<AccountOrder, "status">): boolean => OPEN.has(status);

/** Say what has become of an order, with what the broker says of it. */
export function stateWords(order: AccountOrder, price: WritePrice): string {
  const { status, filledQty = 0, avgPrice, qty, message } = order;
  const fills = filledQty > 0 && avgPrice !== undefined ? ` at ${price(avgPrice)}` : "";
  const part = filledQty > 0 && filledQty < qty ? `, ${quantity(filledQty)} filled` : "";
  const said = message ? `: ${message.text}` : "";
  return `${STATES[status] ?? "Unknown"}${part}${fills}${said}`;
}

/** A number as its shortest decimal, never with an exponent. */
export function quantity(value: number): string {
  return fromNumber(value)?.toFixed() ?? "";
}
