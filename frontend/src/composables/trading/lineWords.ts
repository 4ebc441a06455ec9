/** Lines of a chart in words: what stands on their labels, and what is read aloud. */

import type { Side } from "@public/trading_terminal/charting_library";
import { formatChange, formatPercent, formatPrice } from "@/components/formatting/numbers";
import { isOrderLine, type LineKind, type TradeLine } from "./tradeLines";

const MONEY_DECIMALS = 2;
const MOST_DECIMALS = 8;

export const sideWord = (side: Side): string => (side === 1 ? "Buy" : "Sell");

/** Write a quantity with as many decimals as it has. */
export function quantityText(qty: number): string {
  const [, part = ""] = String(Number(qty.toFixed(MOST_DECIMALS))).split(".");
  return formatPrice(qty, part.length);
}

/** Name what a line is, `Buy limit 100`, without its price. */
export function lineName({ kind, side, qty }: Pick<TradeLine, "kind" | "side" | "qty">): string {
  const words: Record<LineKind, string> = {
    limit: `${sideWord(side)} limit`,
    stop: `${sideWord(side)} stop`,
    takeProfit: "Take profit",
    stopLoss: "Stop loss",
    position: side === 1 ? "Long" : "Short",
  };
  return `${words[kind]} ${quantityText(qty)}`;
}

/** The text of a label: what it is, its price or its profit, and what it waits for. */
export function lineText(line: TradeLine, decimals: number, profit: number | undefined): string {
  if (isOrderLine(line)) {
    const waits = line.waits ? " · waits for its entry" : "";
    return `${lineName(line)} @ ${formatPrice(line.price, decimals)}${waits}`;
  }
  const shown = profit === undefined ? "" : ` · ${formatChange(profit, MONEY_DECIMALS)}`;
  return `${lineName(line)}${shown}`;
}

/** Say where a price goes while it is moved: `186.50 → 187.10 (+0.60, +0.32 %)`. */
export function moveText(from: number, to: number, decimals: number): string {
  const percent = from === 0 ? "" : `, ${formatPercent(((to - from) / from) * 100)}`;
  const change = `${formatChange(to - from, decimals)}${percent}`;
  return `${formatPrice(from, decimals)} → ${formatPrice(to, decimals)} (${change})`;
}

/** Say what closing a position at a price would gain, before fees. */
export function outcomeText(line: Pick<TradeLine, "side" | "qty" | "price">, at: number): string {
  return formatChange(line.side * line.qty * (at - line.price), MONEY_DECIMALS);
}
