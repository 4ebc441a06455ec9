/** Orders and positions as lines of a chart, a line for each price that the account waits at. */

import type { Position, Side } from "@public/trading_terminal/charting_library";
import type { AccountOrder } from "@/services/brokerTerminalService";

export const LIMIT = 1;
export const STOP = 3;
export const STOP_LIMIT = 4;
const INACTIVE = 3;
const PLACING = 4;
const WORKING = 6;
const LIVING: ReadonlySet<number> = new Set([INACTIVE, PLACING, WORKING]);
const OF_POSITION = 2;

export type PriceField = "limitPrice" | "stopPrice";
export type LineKind = "limit" | "stop" | "takeProfit" | "stopLoss" | "position";

interface Line {
  id: string;
  kind: LineKind;
  side: Side;
  price: number;
  qty: number;
  /** The line that it belongs to: what it protects, or the stop of a stop-limit. */
  parent: string | null;
}

export interface OrderLine extends Line {
  order: AccountOrder;
  field: PriceField;
  /** Whether it comes into force only later. */
  waits: boolean;
}

export interface PositionLine extends Line {
  kind: "position";
  position: Position;
}

export type TradeLine = OrderLine | PositionLine;

export const isOrderLine = (line: TradeLine): line is OrderLine => "order" in line;

const positionId = (id: string): string => `position:${id}`;

/** Return the lines of a symbol: its open positions first, then its orders as they came. */
export function linesOf(
  symbol: string,
  orders: readonly AccountOrder[],
  positions: readonly Position[],
): TradeLine[] {
  const held = positions.filter((each) => each.symbol === symbol).map(positionLine);
  const open = orders.filter((order) => order.symbol === symbol && LIVING.has(order.status));
  const fieldOf = new Map(open.map((order) => [order.id, mainField(order)]));
  const parentOf = (order: AccountOrder): string | null => {
    const { parentId, parentType } = order;
    if (parentId === undefined) return null;
    if (parentType === OF_POSITION) return positionId(parentId);
    const field = fieldOf.get(parentId);
    return field ? `${parentId}:${field}` : null;
  };
  return [...held, ...open.flatMap((order) => orderLines(order, parentOf(order)))];
}

/** The price of an order that what belongs to it hangs on. */
function mainField({ type }: AccountOrder): PriceField {
  return type === LIMIT ? "limitPrice" : "stopPrice";
}

function positionLine(position: Position): PositionLine {
  const { id, side, qty, avgPrice } = position;
  const line = { id: positionId(id), kind: "position" as const, parent: null };
  return { ...line, side, qty, price: avgPrice, position };
}

function orderLines(order: AccountOrder, parent: string | null): OrderLine[] {
  const { limitPrice, stopPrice } = order;
  const stop = stopPrice === undefined ? [] : [orderLine(order, "stopPrice", stopPrice, parent)];
  if (limitPrice === undefined) return stop;
  const above = order.type === STOP_LIMIT ? `${order.id}:stopPrice` : parent;
  return [...stop, orderLine(order, "limitPrice", limitPrice, above)];
}

function orderLine(
  order: AccountOrder,
  field: PriceField,
  price: number,
  parent: string | null,
): OrderLine {
  const { id, side, qty, filledQty = 0, status, parentId } = order;
  const isLimit = field === "limitPrice";
  const entry = isLimit ? "limit" : "stop";
  const protection = isLimit ? "takeProfit" : "stopLoss";
  return {
    id: `${id}:${field}`,
    kind: parentId === undefined ? entry : protection,
    ...{ side, price, parent, order, field },
    qty: qty - filledQty,
    waits: status === INACTIVE,
  };
}
