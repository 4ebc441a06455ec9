/** What the front end knows of an account beyond the charting library's types. */

import type {
  ConnectionStatus,
  DisconnectType,
  Execution,
  OrderStatus,
  PlacedOrder,
  PreOrder,
  Side,
} from "@public/trading_terminal/charting_library";

/** Account value in its currency: equity = balance + unrealizedPL. */
export interface Equity {
  equity: number;
  balance: number;
  unrealizedPL: number;
  realizedPL: number;
}

/** State of the account's link to its venue; `since` in Unix ms. */
export interface BrokerConnection {
  status: ConnectionStatus;
  message?: string;
  disconnectType?: DisconnectType;
  since: number;
}

/** An order with what the account says beyond TradingView's words; `reason` is a code. */
export interface AccountOrder extends PlacedOrder {
  reason?: string;
  pending?: "modify" | "cancel";
  clientOrderId?: string;
  ocoGroup?: string;
  reduceOnly?: boolean;
}

/** An order to place or to preview, with what the broker takes beyond TradingView's words. */
export interface AccountPreOrder extends PreOrder {
  clientOrderId?: string;
  /** Of the orders of one group the first fill cancels the others. */
  ocoGroup?: string;
  reduceOnly?: boolean;
}

/** A fill that can be told from any other. */
export interface AccountExecution extends Execution {
  id: string;
  orderId: string;
}

/** One price or size that the market showed, in the words of the screen. */
export interface MarketValue {
  name: "bid" | "ask" | "last" | "open" | "high" | "low" | "close";
  price: number;
}

/** What a fill was computed from; the amounts of the fill itself are exact decimals. */
export interface FillExplanation {
  executionId: string;
  orderId: string;
  symbol: string;
  side: Side;
  /** The ledger's step that holds the fill. */
  step: number;
  /** Name of the feed that the price came from. */
  feed: string;
  rule: string;
  ruleText: string;
  price: string;
  qty: string;
  fee: string;
  /** The tick or the bar that the fill is of; `time` in Unix ms. */
  source: { kind: "tick" | "bar"; time: number; afterGap: boolean; values: MarketValue[] };
  limit?: number;
  stop?: number;
  /** Of the order what was open, of the market what it displayed and what was taken of that before. */
  size: { remaining: number; displayed?: number; consumed: number; reducible?: number };
  /** The account's terms: `rate` is a part of the notional, 0.001 is 0.1 percent. */
  feeTerms: { fixed: number; perShare: number; rate: number; minimum: number };
  notional: number;
  /** What the order had filled before: fees are owed over all of an order. */
  before: { qty: number; notional: number };
  /** Signed: a short is negative. */
  positionBefore: number;
  positionAfter: number;
}

/** An order to place; the same `clientOrderId` never makes a second one. */
export interface OrderRequest extends AccountPreOrder {
  clientOrderId: string;
}

/** What the account was worth after a step of the ledger: decimal strings of its currency. */
export interface EquityPoint extends Omit<LedgerEquity, "unmarked"> {
  step: number;
  /** Unix ms. */
  ts: number;
}

/** Time cut into so many parts, each told by its last step; Unix ms, `to` not in it. */
export interface EquitySpan {
  from?: number;
  to?: number;
  points: number;
}

/** The limits of an account and how it stands; amounts are decimal strings, null without a limit. */
export interface RiskReport {
  state: "ACTIVE" | "REDUCING" | "HALTED";
  maxOrderQty: string | null;
  maxOrderNotional: string | null;
  maxOpenOrders: number;
  priceCollarPercent: number;
  ordersPerSecond: number;
  dailyLoss: string | null;
  openOrders: number;
  lossToday: string;
}

/** What the kill switch did, and what it could not: `qty` is what is still held, signed. */
export interface KillReport {
  state: "REDUCING" | "HALTED";
  /** Ids of orders. */
  canceled: string[];
  /** Symbols. */
  flattened: string[];
  notFlattened: { symbol: string; qty: string; code: string; message: string }[];
}

/** A paper account to open; the rest is as the server's first one has it. */
export interface AccountRequest {
  id: string;
  name: string;
  /** A decimal string. */
  initialBalance: string;
}

/** A state as a list over REST gave it, and the place in its stream from which to go on. */
export interface Listed<T> {
  items: T[];
  /** Position in the route's stream. */
  at: { epoch: string; seq: number };
  /** The ledger's step at which it was so. */
  step: number;
}

/** A record of the ledger: amounts are decimal strings, all members enter the state hash. */
export type LedgerRecord = Record<string, string | number | boolean>;
export type LedgerOrder = LedgerRecord & { id: string; status: OrderStatus; symbol: string };
export type LedgerPosition = LedgerRecord & { symbol: string; qty: string };
export type LedgerBalance = LedgerRecord & { currency: string; cash: string };
export type LedgerExecution = LedgerRecord & { id: string; orderId: string; side: Side };

/** The account's value at a step; `unmarked` names symbols that had no price. */
export interface LedgerEquity {
  equity: string;
  balance: string;
  unrealized: string;
  realized: string;
  marginUsed: string;
  available: string;
  unmarked: string[];
}

/** How many executions there were, and the hash over all of them. */
export interface ExecutionsTail {
  count: number;
  chain: string;
}

/**
 * One step of the account: what it changed, as it is afterwards. With `kind` "snapshot" a part of
 * the whole state, which then also has `executionsTail`.
 */
export interface AccountStep {
  step: number;
  /** Unix ms. */
  ts: number;
  kind: string;
  orders: LedgerOrder[];
  executions: LedgerExecution[];
  positions: LedgerPosition[];
  balances: LedgerBalance[];
  equity: LedgerEquity;
  stateHash: string;
  executionsTail?: ExecutionsTail;
}
