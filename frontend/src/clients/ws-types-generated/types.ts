// Generated from the contract; never edited by hand.

/** Every step of one account. */
export interface AccountSubscriptionRequest {
  accountId: string;
}

/**
 * What a step changed, as it is afterwards; `kind` says what happened.
 *
 * The parts of a snapshot have `kind` "snapshot" and `executionsTail`: their orders are all that
 * are not final, their positions all that are open, their executions none.
 */
export interface AccountUpdate {
  step: number;
  ts: number;
  kind: "snapshot" | "account_opened" | "order_accepted" | "order_modified" | "orders_canceled" | "order_triggered" | "order_filled" | "order_expired" | "order_rejected" | "brackets_set" | "leverage_set" | "risk_set" | "killed" | "resumed" | "reset" | "day_opened" | "feed_gap";
  orders: LedgerOrder[];
  executions: LedgerExecution[];
  positions: LedgerPosition[];
  balances: LedgerBalance[];
  equity: LedgerEquity;
  stateHash: string;
  executionsTail?: ExecutionsTail | null;
}

/** The activity of the whole process; there is nothing to choose. */
export interface ActivitySubscriptionRequest {
  
}

/**
 * OHLCV of one interval; `time` is its start, for daily bars 00:00 UTC of the trading day.
 *
 * `correction` is true on a stream where a bar that was closed has changed, else absent.
 */
export interface Bar {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  correction?: true;
}

/** The bars of one symbol at one resolution (TradingView spelling: "1", "60", "1D"). */
export interface BarsSubscriptionRequest {
  symbol: string;
  resolution: string;
}

/** State of the link since `timestamp`. */
export interface BrokerConnectionStatus {
  status: ConnectionStatus;
  message: string | null;
  disconnectType: DisconnectType | null;
  timestamp: number;
}

/** The state of one account's link to its venue. */
export interface BrokerConnectionSubscriptionRequest {
  accountId: string;
}

/**
 * How a connection ended; `connection` is its number in the log.
 *
 * `skipped` counts the updates that it did not get, because it had been away or read too slowly.
 */
export interface ConnectionClose {
  at: number;
  connection: number;
  code: number;
  reason: string;
  lived_s: number;
  skipped: number;
}

/** TradingView's connection states. */
export const ConnectionStatus = {
  Connected: 1,
  Connecting: 2,
  Disconnected: 3,
  Error: 4,
} as const;
export type ConnectionStatus = (typeof ConnectionStatus)[keyof typeof ConnectionStatus];

/**
 * The book of `version`, the best price first, or what makes it of the book `follows`.
 *
 * `follows` is null where this is the whole book. `time` is the source's, `received` the server's.
 */
export interface Depth {
  version: number;
  follows: number | null;
  time: number;
  received: number;
  bids: DepthLevel[];
  asks: DepthLevel[];
}

/** What is offered at one price; in a change, size 0 says that the level is gone. */
export interface DepthLevel {
  price: number;
  size: number;
}

/** The order book of one symbol. */
export interface DepthSubscriptionRequest {
  symbol: string;
}

/** Why a broker link ended, in TradingView's numbering. */
export const DisconnectType = {
  LogOut: 0,
  FailedRestoring: 1,
  Offline: 2,
  ApiError: 3,
  TwoFactorRequired: 4,
  CancelAuthorization: 5,
  TimeOutForAuthorization: 6,
  OauthError: 7,
  BrokenConnection: 8,
} as const;
export type DisconnectType = (typeof DisconnectType)[keyof typeof DisconnectType];

/** The server is leaving; come back after a moment. */
export interface DrainingPayload {
  grace_ms: number;
}

/** Account value in its currency: equity = balance + unrealizedPL. */
export interface EquityData {
  equity: number;
  balance: number;
  unrealizedPL: number;
  realizedPL: number;
}

/** The equity of one account. */
export interface EquitySubscriptionRequest {
  accountId: string;
}

/** One fill; `commission` in the account's currency. */
export interface Execution {
  id: string;
  orderId: string;
  symbol: string;
  price: number;
  qty: number;
  side: Side;
  time: number;
  commission: number;
}

/** The executions of one account. */
export interface ExecutionSubscriptionRequest {
  accountId: string;
}

/** How many executions there were, and the hash over all of them. */
export interface ExecutionsTail {
  count: number;
  chain: string;
}

/** The answer to a frame that belongs to no route. */
export interface FrameError {
  code: string;
  message: string;
  temporary: boolean;
}

/** The account's money in one currency, over its whole life. */
export interface LedgerBalance {
  currency: string;
  /** a decimal, exact */
  cash: string;
  /** a decimal, exact */
  transfers: string;
  /** a decimal, exact */
  realized: string;
  /** a decimal, exact */
  fees: string;
  /** a decimal, exact */
  reserved: string;
  /** a decimal, exact */
  adjustments: string;
}

/** The account's value at the step; `unmarked` names symbols that had no price. */
export interface LedgerEquity {
  /** a decimal, exact */
  equity: string;
  /** a decimal, exact */
  balance: string;
  /** a decimal, exact */
  unrealized: string;
  /** a decimal, exact */
  realized: string;
  /** a decimal, exact */
  marginUsed: string;
  /** a decimal, exact */
  available: string;
  unmarked: string[];
}

/** One fill; `realized` is the profit of what it closed, before fees. */
export interface LedgerExecution {
  id: string;
  number: number;
  orderId: string;
  symbol: string;
  side: Side;
  /** a decimal, exact */
  qty: string;
  /** a decimal, exact */
  price: string;
  /** a decimal, exact */
  fee: string;
  /** a decimal, exact */
  realized: string;
  step: number;
  ts: number;
}

/** An order after the step; all its members enter the state hash. */
export interface LedgerOrder {
  id: string;
  number: number;
  symbol: string;
  type: OrderType;
  side: Side;
  status: OrderStatus;
  /** a decimal, exact */
  qty: string;
  /** a decimal, exact */
  filledQty: string;
  /** a decimal, exact */
  filledCost: string;
  /** a decimal, exact */
  reserved: string;
  timeInForce: "DAY" | "GTC" | "GTD" | "IOC" | "FOK";
  triggered: boolean;
  reduceOnly: boolean;
  queue: number;
  createdStep: number;
  createdTs: number;
  updatedStep: number;
  updatedTs: number;
  bracketId?: string | null;
  clientOrderId?: string | null;
  expiresTs?: number | null;
  limitPrice?: string | null;
  message?: string | null;
  ocoGroup?: string | null;
  parentId?: string | null;
  parentKind?: "order" | "position" | null;
  pending?: "modify" | "cancel" | null;
  reason?: string | null;
  stopLoss?: string | null;
  stopPrice?: string | null;
  stopType?: StopType | null;
  takeProfit?: string | null;
}

/** A holding after the step; `qty` and `cost` are signed, flat has both zero. */
export interface LedgerPosition {
  symbol: string;
  /** a decimal, exact */
  qty: string;
  /** a decimal, exact */
  cost: string;
  /** a decimal, exact */
  realized: string;
  /** a decimal, exact */
  fees: string;
  updatedStep: number;
  updatedTs: number;
}

/**
 * How fresh a symbol is; times are the feed's, of a replay its own.
 *
 * live: it ticked within 10 s. quiet: silent for longer, as is usual for it. stale: silent for
 * longer than it is, or its source is gone. closed: its calendar is not in session. halted: its
 * source says so. `stale_after` is the silence, in ms, after which it is stale. One of
 * `next_open` and `next_close` is null, both around the clock.
 */
export interface MarketStatus {
  symbol: string;
  state: "live" | "quiet" | "stale" | "closed" | "halted";
  since: number;
  stale_after: number;
  next_open: number | null;
  next_close: number | null;
  reason: string | null;
}

/** The freshness of one symbol. */
export interface MarketStatusSubscriptionRequest {
  symbol: string;
}

/** Time in force; `datetime` (Unix ms) only with GTD. */
export interface OrderDuration {
  type: "DAY" | "GTC" | "GTD" | "IOC" | "FOK";
  datetime: number | null;
}

/** What the broker says of an order, in words. */
export interface OrderMessage {
  type: "information" | "warning" | "error";
  text: string;
}

/** Canceled, filled and rejected are final; a venue that decides at once has no placing. */
export const OrderStatus = {
  Canceled: 1,
  Filled: 2,
  Inactive: 3,
  Placing: 4,
  Rejected: 5,
  Working: 6,
} as const;
export type OrderStatus = (typeof OrderStatus)[keyof typeof OrderStatus];

/** The orders of one account. */
export interface OrderSubscriptionRequest {
  accountId: string;
}

/** How an order is priced. */
export const OrderType = {
  Limit: 1,
  Market: 2,
  Stop: 3,
  StopLimit: 4,
} as const;
export type OrderType = (typeof OrderType)[keyof typeof OrderType];

/** What a protective order hangs on. */
export const ParentType = {
  Order: 1,
  Position: 2,
} as const;
export type ParentType = (typeof ParentType)[keyof typeof ParentType];

/** The client's clock, if it wants it back. */
export interface PingPayload {
  t?: number | null;
}

/**
 * An order as the broker holds it; prices in the instrument's currency.
 *
 * `reason` is the code of why it waits or has ended. A child that protects a position has the
 * position's id as its `parentId`. `pending` is what is under way at a venue that takes its time;
 * the paper venue decides at once, so that it is always null.
 */
export interface PlacedOrder {
  id: string;
  symbol: string;
  type: OrderType;
  side: Side;
  qty: number;
  status: OrderStatus;
  limitPrice: number | null;
  stopPrice: number | null;
  takeProfit: number | null;
  stopLoss: number | null;
  guaranteedStop: number | null;
  trailingStopPips: number | null;
  stopType: StopType | null;
  duration: OrderDuration | null;
  filledQty: number;
  avgPrice: number | null;
  parentId: string | null;
  parentType: ParentType | null;
  message: OrderMessage | null;
  updateTime: number;
  reason: string | null;
  pending: "modify" | "cancel" | null;
  clientOrderId: string | null;
  ocoGroup: string | null;
  reduceOnly: boolean;
}

/** The client's `t` as it came, the server's clock and its contract version. */
export interface PongPayload {
  t?: number;
  ts: number;
  contract: number;
}

/** A holding; `qty: 0` says that it was closed. */
export interface Position {
  id: string;
  symbol: string;
  qty: number;
  side: Side;
  avgPrice: number;
}

/** The positions of one account. */
export interface PositionSubscriptionRequest {
  accountId: string;
}

/** The quote of symbol `n`: its values, or with `s: "error"` the reason. */
export interface QuoteData {
  s: "ok" | "error";
  n: string;
  v: QuoteValues | QuoteError;
}

/** The quotes of one symbol; a watchlist is one topic a symbol (rule T4). */
export interface QuoteDataSubscriptionRequest {
  symbol: string;
}

/** Why a symbol has no quote. */
export interface QuoteError {
  error: string;
}

/**
 * TradingView's quote fields; prices in the instrument's currency, `chp` in percent.
 *
 * `time` is the source's of the tick, `received` when it came in here, null for what was imported.
 */
export interface QuoteValues {
  lp: number;
  ask: number;
  bid: number;
  spread: number;
  open_price: number;
  high_price: number;
  low_price: number;
  prev_close_price: number;
  volume: number;
  ch: number;
  chp: number;
  short_name: string;
  exchange: string;
  description: string;
  original_name: string;
  time: number;
  received: number | null;
}

/** Where a client left a topic: the last `seq` that it holds of `epoch`. */
export interface Recover {
  epoch: string;
  seq: number;
}

/** A refused request of a route; `temporary` says that it may succeed later. */
export interface RequestError {
  status: "error";
  code: string;
  message: string;
  temporary: boolean;
  topic?: string;
}

/** Chosen by the client, echoed in the answer (rule F3). */
export type RequestId = string | number;

/**
 * Everything that streams, at the time `at` of the server.
 *
 * Rates and times are of the last `window_s` seconds, None before there are two looks;
 * `skipped` and `producer_restarts` count since the server started. `topics` are the busiest of
 * `topic_count`, `closes` the newest first.
 */
export interface ServerActivity {
  at: number;
  window_s: number;
  draining: boolean;
  connections: number;
  connections_paused: number;
  subscriptions: number;
  outbox_bytes: number;
  updates_per_s: number | null;
  deliveries_per_s: number | null;
  skipped: number;
  write: TimesMs;
  loop_lag: TimesMs;
  producers: number;
  producer_restarts: number;
  topic_count: number;
  topics: TopicActivity[];
  closes: ConnectionClose[];
}

/** Direction of an order, execution or position. */
export const Side = {
  Buy: 1,
  Sell: -1,
} as const;
export type Side = (typeof Side)[keyof typeof Side];

/** How a topic fares; `code` names the reason. */
export interface StatusPayload {
  topic: string;
  state: "live" | "stale" | "ended";
  code?: string;
  message?: string;
  temporary?: boolean;
}

/** Kind of a protective stop. */
export const StopType = {
  StopLoss: 0,
  TrailingStop: 1,
  GuaranteedStop: 2,
} as const;
export type StopType = (typeof StopType)[keyof typeof StopType];

/** A subscription stands: `snapshot` frames follow, then updates after `seq` (rule S5). */
export interface SubscribeOk {
  status: "ok";
  message: string;
  topic: string;
  delivery: "latest" | "recent" | "lossless";
  epoch: string;
  seq: number;
  snapshot: number;
  recovered: boolean;
  held: boolean;
}

/**
 * Half of what was measured took at most `p50` ms, 99 of 100 at most `p99`.
 *
 * Read from a histogram, between its bounds; None where nothing was measured.
 */
export interface TimesMs {
  p50: number | null;
  p99: number | null;
}

/**
 * One topic; `params` is the text of its request, cut where it is long.
 *
 * `last_update` is that of its start before the first; None while it starts. `code` says why it is
 * not live.
 */
export interface TopicActivity {
  route: string;
  params: string;
  listeners: number;
  updates_per_s: number | null;
  seq: number;
  state: "starting" | "live" | "stale" | "ended";
  code: string | null;
  last_update: number | null;
}

/**
 * One trade; `time` is when it was made, `received` when the server learned of it.
 *
 * `side` is the one that took; null where the source does not say.
 */
export interface Trade {
  id: string;
  time: number;
  received: number;
  price: number;
  size: number;
  side: "buy" | "sell" | null;
}

/** The trades of one symbol. */
export interface TradesSubscriptionRequest {
  symbol: string;
}

/** The subscription has ended; nothing of the topic follows. */
export interface UnsubscribeOk {
  status: "ok";
  message: string;
  topic: string;
}

/** The documents of the terminal's user; there is nothing to choose. */
export interface WorkspaceSubscriptionRequest {
  
}

/** A document was saved, or `deleted`, and is no more then; `id` is `kind/name`. */
export interface WorkspaceUpdate {
  kind: "layout" | "watchlists" | "settings";
  name: string;
  revision: number;
  updatedAt: number;
  id: string;
  deleted: boolean;
}
