/** Orders as a blotter lists them: which of them, who stands under whom, and their words. */

import type { AccountOrder } from "@/services/brokerTerminalService";

export const ORDER_FILTERS = ["working", "history", "all"] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

export interface OrderRow {
  order: AccountOrder;
  /** Take-profit and stop-loss that wait for this order. */
  children: OrderRow[];
}

const CANCELED = 1;
const FILLED = 2;
const INACTIVE = 3;
const PLACING = 4;
const REJECTED = 5;
const OF_AN_ORDER = 1;
const OF_A_POSITION = 2;
const LIMIT = 1;
const TYPES: Record<number, string> = { 1: "Limit", 2: "Market", 3: "Stop", 4: "Stop limit" };

export const isFinal = ({ status }: AccountOrder): boolean =>
  status === CANCELED || status === FILLED || status === REJECTED;

export const isEntry = ({ parentType }: AccountOrder): boolean => parentType !== OF_A_POSITION;

/** Join the record with what came since: the newer state of an order stands. */
export function mergedById<T extends { id: string }>(
  record: readonly T[],
  live: readonly T[],
): readonly T[] {
  if (record.length === 0) return live;
  const all = new Map(record.map((one) => [one.id, one]));
  live.forEach((one) => all.set(one.id, one));
  return [...all.values()];
}

/** Return the rows of a filter; `symbol` null is all of them. */
export function orderRows(
  orders: readonly AccountOrder[],
  filter: OrderFilter,
  symbol: string | null,
): OrderRow[] {
  const wanted = orders.filter(
    (order) =>
      (symbol === null || order.symbol === symbol) &&
      (filter === "all" || isFinal(order) === (filter === "history")),
  );
  const rows = new Map(wanted.map((order) => [order.id, { order, children: [] as OrderRow[] }]));
  const roots: OrderRow[] = [];
  for (const row of rows.values()) {
    const { parentId, parentType } = row.order;
    const parent = parentType === OF_AN_ORDER ? rows.get(parentId ?? "") : undefined;
    (parent?.children ?? roots).push(row);
  }
  return roots;
}

/** Say how an order stands: TradingView's number in words. */
export function statusWord(order: AccountOrder): string {
  const { status, filledQty = 0, reason } = order;
  if (status === INACTIVE) return "Waits for entry";
  if (status === PLACING) return "Placing";
  if (status === FILLED) return "Filled";
  if (status === REJECTED) return "Rejected";
  if (status === CANCELED) return endWord(reason ?? "", filledQty);
  return filledQty > 0 ? "Partly filled" : "Working";
}

function endWord(reason: string, filledQty: number): string {
  const word = reason.includes("EXPIRED") ? "Expired" : "Canceled";
  return filledQty > 0 ? `Partly filled, ${word.toLowerCase()}` : word;
}

/** Say what kind of order it is; one that protects says what it protects by. */
export function typeWord({ type, parentId }: AccountOrder): string {
  if (parentId !== undefined) return type === LIMIT ? "Take profit" : "Stop loss";
  return TYPES[type] ?? String(type);
}

/** Say why it is as it is, where it has been told. */
export function reasonText({ message, reason }: AccountOrder): string | undefined {
  if (message === undefined) return reason;
  return reason === undefined ? message.text : `${message.text} (${reason})`;
}

/** Say why a table of orders is empty; `isAny` is whether the account has any at all. */
export function emptyText(
  filter: OrderFilter,
  symbol: string | null,
  isAny: boolean,
  isNarrow: boolean,
): string {
  const where = symbol === null ? "" : ` in ${symbol}`;
  if (filter === "history") return `No order${where} has ended yet.`;
  if (isAny) return filter === "working" ? `No working orders${where}.` : `No orders${where}.`;
  const way = isNarrow ? "Buy or sell below the chart." : "Right-click the chart or press B.";
  return `No orders${where} yet. ${way}`;
}

/** Count orders for a button: `3 orders`, `1 order`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
