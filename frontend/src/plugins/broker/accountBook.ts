/** An account as its steps tell it, checked against the server's state hash at every step. */

import type {
  AccountStep,
  ExecutionsTail,
  LedgerBalance,
  LedgerEquity,
  LedgerOrder,
  LedgerPosition,
} from "../accountTypes";
import { chained, FIRST_CHAIN, StateHash } from "./stateHash";

/** Canceled, filled, rejected: such an order is no part of the state any more. */
const FINAL: ReadonlySet<number> = new Set([1, 2, 5]);
const NO_EXECUTIONS: ExecutionsTail = { count: 0, chain: FIRST_CHAIN };

export class AccountBook {
  /** Orders that are not final, by id. */
  readonly orders = new Map<string, LedgerOrder>();
  /** Open positions, by symbol. */
  readonly positions = new Map<string, LedgerPosition>();
  /** By currency. */
  readonly balances = new Map<string, LedgerBalance>();
  equity: LedgerEquity | null = null;
  executions = NO_EXECUTIONS;
  /** Number of the last step; 0 before there was one. */
  step = 0;
  private readonly hash = new StateHash();

  get stateHash(): string {
    return this.hash.hex;
  }

  /** Takes the whole state, in parts; returns whether its hash is the server's. */
  replace(parts: readonly AccountStep[]): boolean {
    this.clear();
    parts.forEach((part) => this.take(part));
    const last = parts.at(-1);
    this.count(last?.executionsTail ?? NO_EXECUTIONS);
    return last === undefined || last.stateHash === this.hash.hex;
  }

  /** Takes the next step; returns whether the state's hash is now the server's. */
  apply(step: AccountStep): boolean {
    this.take(step);
    const chain = step.executions.reduce(chained, this.executions.chain);
    this.count({ chain, count: this.executions.count + step.executions.length });
    return step.stateHash === this.hash.hex;
  }

  private clear(): void {
    [this.orders, this.positions, this.balances].forEach((map) => map.clear());
    this.hash.clear();
    this.equity = null;
    this.step = 0;
  }

  private take({ step, orders, positions, balances, equity }: AccountStep): void {
    this.step = step;
    this.equity = equity;
    orders.forEach((order) => this.putOrder(order));
    positions.forEach((position) => this.putPosition(position));
    for (const balance of balances) {
      this.balances.set(balance.currency, balance);
      this.hash.put("balance", balance.currency, balance);
    }
  }

  private putOrder(order: LedgerOrder): void {
    if (FINAL.has(order.status)) {
      this.orders.delete(order.id);
      this.hash.remove("order", order.id);
    } else {
      this.orders.set(order.id, order);
      this.hash.put("order", order.id, order);
    }
  }

  private putPosition(position: LedgerPosition): void {
    if (Number(position.qty) === 0) {
      this.positions.delete(position.symbol);
      this.hash.remove("position", position.symbol);
    } else {
      this.positions.set(position.symbol, position);
      this.hash.put("position", position.symbol, position);
    }
  }

  private count(tail: ExecutionsTail): void {
    this.executions = tail;
    this.hash.put("executions", "", tail);
  }
}
