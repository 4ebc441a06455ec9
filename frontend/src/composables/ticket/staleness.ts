/** What has changed since the ticket was looked at. */

import type { OrderPreviewResult } from "@public/trading_terminal/charting_library";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { decimal, HUNDRED, type Decimal } from "./decimal";
import { quantity, stateWords, type WritePrice } from "./orderWords";

export interface Difference {
  title: string;
  seen: string;
  now: string;
}

/** A market may run so far from the price that was agreed to before the ticket asks again. */
const TOLERATED_PERCENT = decimal("0.1");

/** Return what an order says otherwise than when the ticket was filled from it. */
export function changesOf(seen: AccountOrder, now: AccountOrder, price: WritePrice): Difference[] {
  const [before, after] = [factsOf(seen, price), factsOf(now, price)];
  return differing(before, after);
}

/** Return the lines of a preview that are others by now. */
export function changedLines(seen: OrderPreviewResult, now: OrderPreviewResult): Difference[] {
  return differing(linesOf(seen), linesOf(now));
}

/** Whether the market has left the price that was agreed to, against the order. */
export function hasRun(side: 1 | -1, seen: Decimal, now: Decimal): boolean {
  const worse = side === 1 ? now.minus(seen) : seen.minus(now);
  return worse.times(HUNDRED).gt(seen.times(TOLERATED_PERCENT));
}

function differing(before: Map<string, string>, after: Map<string, string>): Difference[] {
  const titles = [...new Set([...before.keys(), ...after.keys()])];
  return titles
    .map((title) => ({ title, seen: before.get(title) ?? "–", now: after.get(title) ?? "–" }))
    .filter(({ seen, now }) => seen !== now);
}

function factsOf(order: AccountOrder, price: WritePrice): Map<string, string> {
  const written = (value: number | undefined): string => (value === undefined ? "–" : price(value));
  return new Map([
    ["Quantity", quantity(order.qty)],
    ["Filled", quantity(order.filledQty ?? 0)],
    ["Limit price", written(order.limitPrice)],
    ["Stop price", written(order.stopPrice)],
    ["Take profit", written(order.takeProfit)],
    ["Stop loss", written(order.stopLoss)],
    ["State", stateWords({ ...order, filledQty: 0 }, price)],
  ]);
}

function linesOf({ sections }: OrderPreviewResult): Map<string, string> {
  return new Map(sections.flatMap(({ rows }) => rows.map(({ title, value }) => [title, value])));
}
