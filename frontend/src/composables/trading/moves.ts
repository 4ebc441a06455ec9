/** What a line that is moved asks of the broker. */

import type { Brackets, Order, Position } from "@public/trading_terminal/charting_library";
import { LIMIT, type OrderLine, type TradeLine, isOrderLine } from "./tradeLines";

/**
 * Return the whole order with one price changed: what protects it is repeated, for a change that
 * leaves it out would remove it.
 */
export function movedOrder({ order, field }: OrderLine, price: number): Order {
  return { ...order, [field]: price };
}

/** Whether a price out of a position's line is a target or a stop; null where it is neither. */
export function protectionAt(
  { side }: Position,
  price: number,
  market: number | undefined,
): "takeProfit" | "stopLoss" | null {
  if (market === undefined || price === market) return null;
  return (price - market) * side > 0 ? "takeProfit" : "stopLoss";
}

/** Return the protection of a position with one price changed; the other one stays. */
export function protectedAt(
  position: Position,
  kind: "takeProfit" | "stopLoss",
  price: number,
  lines: readonly TradeLine[],
): Brackets {
  const kept: Brackets = {};
  for (const line of lines) {
    const hangsOn = isOrderLine(line) && line.parent === `position:${position.id}`;
    if (hangsOn) kept[line.order.type === LIMIT ? "takeProfit" : "stopLoss"] = line.price;
  }
  return { ...kept, [kind]: price };
}
