/**
 * One account without a server: orders with the server's life cycle, whole fills, netted positions.
 *
 * A small model for tests and for work on the screen. Sizes, sessions, fees and margin are the
 * server's; numbers are TradingView's, as on the wire.
 */

import type { Brackets, PreOrder, Side } from "@public/trading_terminal/charting_library";
import type { AccountExecution, AccountOrder, Equity } from "../accountTypes";
import type { OfflineJournal } from "./offlineJournal";
import {
  checkBrackets,
  checkOrder,
  fillPrice,
  PARENT,
  refused,
  STATUS,
  touch,
  triggers,
  TYPE,
  type OfflineQuote,
} from "./offlineRules";

const FIRST_CASH = 100_000;

/** `qty` and `cost` are signed: long above zero. */
interface Holding {
  qty: number;
  cost: number;
}

export interface OfflineWorld {
  /** Undefined while the symbol has no price. */
  quoteOf(symbol: string): OfflineQuote | undefined;
  now(): number;
}

export class OfflineAccount {
  readonly orders = new Map<string, AccountOrder>();
  readonly executions: AccountExecution[] = [];
  private readonly holdings = new Map<string, Holding>();
  private readonly triggered = new Set<string>();
  private realized = 0;

  constructor(
    private readonly journal: OfflineJournal,
    private readonly world: OfflineWorld,
  ) {}

  get openOrders(): number {
    return [...this.orders.values()].filter(isOpen).length;
  }

  /** Open positions. */
  positions(): ReturnType<OfflineAccount["position"]>[] {
    return [...this.holdings.keys()].map((symbol) => this.position(symbol));
  }

  /** @throws ApiError as the server would refuse the order */
  accept(request: PreOrder & { clientOrderId?: string }): AccountOrder {
    checkOrder(request);
    this.quote(request.symbol);
    const { takeProfit, stopLoss } = request;
    const order = this.put({ ...ofRequest(request), ...this.newOrder(STATUS.working) });
    this.addChildren(order, { ...defined({ takeProfit, stopLoss }) }, order.id);
    this.tryFill(order.id, true);
    return this.known(order.id);
  }

  /** Offers the symbol's quote to every working order, oldest first. */
  match(symbol: string): void {
    const working = [...this.orders.values()].filter((order) => order.symbol === symbol);
    working.forEach(({ id }) => this.tryFill(id, false));
    if (this.holdings.has(symbol)) this.journal.record("equity", this.equity());
  }

  modify(id: string, { qty, limitPrice, stopPrice }: PreOrder): void {
    const order = this.living(id);
    this.put({ ...order, qty, ...defined({ limitPrice, stopPrice }) });
    this.tryFill(id, true);
  }

  /** Cancels an order, and the children that wait for it. */
  cancel(id: string): void {
    this.end(this.living(id), "ORDER_CANCELED");
    this.children(id, PARENT.order).forEach((child) => this.end(child, "BRACKET_ENDED"));
  }

  /** @throws ApiError without a position, or beyond what it holds */
  close(symbol: string, amount?: number): AccountOrder {
    const { qty, side } = this.open(symbol);
    if (amount !== undefined && !(amount > 0 && amount <= qty)) {
      const message = `amount: expected above 0 and at most ${qty}, got ${amount}`;
      throw refused("POSITION_QTY_RANGE", 422, message);
    }
    return this.atMarket(symbol, -side as Side, amount ?? qty);
  }

  reverse(symbol: string): AccountOrder {
    const { qty, side } = this.open(symbol);
    this.dropProtection(symbol, "POSITION_REVERSED");
    return this.atMarket(symbol, -side as Side, 2 * qty);
  }

  /** Replaces what protects a position; the position is told of, too. */
  protect(symbol: string, brackets: Brackets): void {
    const { side, qty } = this.open(symbol);
    checkBrackets(side, touch(-side as Side, this.quote(symbol)), brackets);
    this.dropProtection(symbol, "BRACKET_REPLACED");
    this.addChildren({ symbol, side, qty }, brackets);
    this.journal.record("positions", this.position(symbol));
  }

  /** Cancels every entry; returns which. What protects a position stays. */
  cancelEntries(): string[] {
    const entries = [...this.orders.values()].filter(
      (order) => isOpen(order) && order.parentType === undefined,
    );
    entries.forEach(({ id }) => this.cancel(id));
    return entries.map(({ id }) => id);
  }

  equity(): Equity {
    const unrealizedPL = [...this.holdings].reduce((sum, [symbol, { qty, cost }]) => {
      const side = qty > 0 ? -1 : 1;
      return sum + qty * touch(side, this.quote(symbol)) - cost;
    }, 0);
    const balance = FIRST_CASH + this.realized;
    return { equity: balance + unrealizedPL, balance, unrealizedPL, realizedPL: this.realized };
  }

  /** @throws ApiError for an id that is unknown or an order that is final */
  living(id: string): AccountOrder {
    const order = this.known(id);
    if (isOpen(order)) return order;
    throw refused("ORDER_FINAL", 409, `expected an open order, got ${id}, which has ended`);
  }

  private known(id: string): AccountOrder {
    const order = this.orders.get(id);
    if (order === undefined) throw refused("ORDER_NOT_FOUND", 404, `no order ${id}`);
    return order;
  }

  private open(symbol: string): ReturnType<OfflineAccount["position"]> {
    if (this.holdings.has(symbol)) return this.position(symbol);
    throw refused("POSITION_NOT_FOUND", 404, `no open position in ${symbol}`);
  }

  private position(symbol: string) {
    const { qty, cost } = this.holdings.get(symbol) ?? { qty: 0, cost: 0 };
    const side: Side = qty < 0 ? -1 : 1;
    return { id: symbol, symbol, qty: Math.abs(qty), side, avgPrice: qty === 0 ? 0 : cost / qty };
  }

  private quote(symbol: string): OfflineQuote {
    const quote = this.world.quoteOf(symbol);
    if (quote === undefined) throw refused("INSTRUMENT_UNKNOWN", 404, `no instrument ${symbol}`);
    return quote;
  }

  private atMarket(symbol: string, side: Side, qty: number): AccountOrder {
    return this.accept({ symbol, side, qty, type: TYPE.market });
  }

  private newOrder(status: AccountOrder["status"]) {
    return { id: `o${this.orders.size + 1}`, status, filledQty: 0 };
  }

  private put(order: AccountOrder): AccountOrder {
    const kept = { ...order, updateTime: this.world.now() };
    this.orders.set(order.id, kept);
    this.journal.record("orders", kept);
    return kept;
  }

  private end(order: AccountOrder, reason: string): void {
    this.put({ ...order, status: STATUS.canceled, reason });
  }

  /** Children of an order wait for it; those of a position (no `orderId`) work at once. */
  private addChildren(
    { symbol, side, qty }: { symbol: string; side: Side; qty: number },
    { takeProfit, stopLoss }: Brackets,
    orderId?: string,
  ): void {
    const parent = orderId ?? symbol;
    const common = { symbol, side: -side as Side, qty, parentId: parent };
    const child = (own: Partial<AccountOrder> & Pick<AccountOrder, "type">): AccountOrder =>
      this.put({
        ...common,
        ...own,
        ...this.newOrder(orderId === undefined ? STATUS.working : STATUS.inactive),
        parentType: orderId === undefined ? PARENT.position : PARENT.order,
      });
    if (takeProfit !== undefined) child({ type: TYPE.limit, limitPrice: takeProfit });
    if (stopLoss !== undefined) child({ type: TYPE.stop, stopPrice: stopLoss, stopType: 0 });
  }

  private children(parentId: string, parentType: 1 | 2): AccountOrder[] {
    return [...this.orders.values()].filter(
      (each) =>
        each.parentId === parentId &&
        each.parentType === parentType &&
        each.status !== STATUS.canceled &&
        each.status !== STATUS.filled,
    );
  }

  private tryFill(id: string, arriving: boolean): void {
    const order = this.known(id);
    if (order.status !== STATUS.working) return;
    const quote = this.quote(order.symbol);
    if (triggers(order, quote)) this.triggered.add(id);
    const price = fillPrice(order, quote, { triggered: this.triggered.has(id), arriving });
    if (price !== null) this.fill(order, price);
  }

  private fill(order: AccountOrder, price: number): void {
    const { id, symbol, side, qty } = order;
    this.put({ ...order, status: STATUS.filled, filledQty: qty, avgPrice: price });
    const execution = { symbol, side, qty, price, time: this.world.now(), commission: 0 };
    this.executions.push({ ...execution, id: `x${this.executions.length + 1}`, orderId: id });
    this.journal.record("executions", this.executions.at(-1) as AccountExecution);
    const before = this.position(symbol);
    this.book(symbol, side * qty, price);
    this.journal.record("positions", this.position(symbol));
    this.settleProtection(order, before.side);
    this.journal.record("equity", this.equity());
  }

  /** Nets a fill into the holding; what it closes is realized at the average cost. */
  private book(symbol: string, qty: number, price: number): void {
    const held = this.holdings.get(symbol) ?? { qty: 0, cost: 0 };
    const closes = held.qty * qty < 0 ? Math.min(Math.abs(held.qty), Math.abs(qty)) : 0;
    const closed = closes * Math.sign(held.qty);
    const closedCost = closes === 0 ? 0 : (held.cost * closed) / held.qty;
    const opened = qty + closed;
    this.realized += closed * price - closedCost;
    const now = { qty: held.qty + qty, cost: held.cost - closedCost + opened * price };
    if (now.qty === 0) this.holdings.delete(symbol);
    else this.holdings.set(symbol, now);
  }

  /** An entry's children begin to work; a closed or turned position needs its own no more. */
  private settleProtection({ id, symbol, parentType }: AccountOrder, sideBefore: Side): void {
    const { qty, side } = this.position(symbol);
    const gone = qty === 0 || side !== sideBefore;
    const reason = parentType === PARENT.position ? "BRACKET_FILLED" : "POSITION_CLOSED";
    if (gone) this.dropProtection(symbol, reason);
    for (const child of this.children(id, PARENT.order)) {
      const parent = { parentId: symbol, parentType: PARENT.position };
      this.put({ ...child, ...parent, status: STATUS.working });
    }
  }

  private dropProtection(symbol: string, reason: string): void {
    this.children(symbol, PARENT.position).forEach((child) => this.end(child, reason));
  }
}

function isOpen({ status }: AccountOrder): boolean {
  return status === STATUS.working || status === STATUS.inactive;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

function ofRequest(request: PreOrder & { clientOrderId?: string }) {
  const { symbol, type, side, qty } = request;
  const { limitPrice, stopPrice, takeProfit, stopLoss, duration, clientOrderId } = request;
  const optional = { limitPrice, stopPrice, takeProfit, stopLoss, duration, clientOrderId };
  return { symbol, type, side, qty, ...defined(optional) };
}
