/** What the page asks before it trades: each says what will be done, and its button too. */

import type { Position, PreOrder } from "@public/trading_terminal/charting_library";
import { formatPrice } from "@/components/formatting/numbers";
import { lineName, moveText, quantityText, sideWord } from "./lineWords";
import { LIMIT, type OrderLine, type PositionLine, type TradeLine } from "./tradeLines";

export interface Question {
  title: string;
  text: string;
  button: string;
}

export type Protection = "takeProfit" | "stopLoss";

const nameOf = (line: TradeLine, symbol: string): string => `${lineName(line)} ${symbol}`;

export function moveQuestion(
  line: OrderLine,
  symbol: string,
  to: number,
  decimals: number,
): Question {
  return {
    title: `Move ${nameOf(line, symbol)}?`,
    text: moveText(line.order[line.field] ?? to, to, decimals),
    button: `Move to ${formatPrice(to, decimals)}`,
  };
}

export function protectQuestion(
  line: PositionLine,
  kind: Protection,
  at: number,
  decimals: number,
): Question {
  const name = kind === "takeProfit" ? "Take profit" : "Stop loss";
  const button = `${name} ${quantityText(line.qty)} @ ${formatPrice(at, decimals)}`;
  const text = `Another ${name.toLowerCase()} of the position is replaced by this one.`;
  return { title: `${name} for ${nameOf(line, line.position.symbol)}?`, text, button };
}

export function cancelQuestion(line: OrderLine, symbol: string, decimals: number): Question {
  const text = `The order at ${formatPrice(line.price, decimals)} is taken from the market.`;
  return { title: `Cancel ${nameOf(line, symbol)}?`, text, button: "Cancel the order" };
}

const heldName = ({ side, qty, symbol }: Position): string =>
  `${lineName({ kind: "position", side, qty })} ${symbol}`;

/** `canceled` says what goes with it, as `canceledText` does. */
export function closeQuestion(position: Position, canceled: string): Question {
  const name = heldName(position);
  const text = `At the market's price, as far as it displays enough. ${canceled}`.trim();
  return { title: `Close ${name}?`, text, button: `Close ${name}` };
}

export function reverseQuestion(position: Position, canceled: string): Question {
  const after = heldName({ ...position, side: position.side === 1 ? -1 : 1 });
  const text = `${heldName(position)} becomes ${after}, at the market's price. ${canceled}`.trim();
  return { title: "Reverse the position?", text, button: `Reverse to ${after}` };
}

export function placeQuestion(order: PreOrder, decimals: number): Question {
  const text = "It waits in the market until it is filled or canceled.";
  return { title: "Place this order?", text, button: orderName(order, decimals) };
}

/** Say what a button will order: `Buy limit 100 AAPL @ 186.50`. */
export function orderName(order: PreOrder, decimals: number): string {
  const { side, type, qty, symbol, limitPrice, stopPrice } = order;
  const kind = type === LIMIT ? "limit" : "stop";
  const price = formatPrice(limitPrice ?? stopPrice ?? 0, decimals);
  return `${sideWord(side)} ${kind} ${quantityText(qty)} ${symbol} @ ${price}`;
}
