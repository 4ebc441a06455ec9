// Generated from the contract; never edited by hand.

/** OHLCV of one interval; `time` is its start, for daily bars 00:00 UTC of the trading day. */
export interface Bar {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
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

/** TradingView's connection states. */
export const ConnectionStatus = {
  Connected: 1,
  Connecting: 2,
  Disconnected: 3,
  Error: 4,
} as const;
export type ConnectionStatus = (typeof ConnectionStatus)[keyof typeof ConnectionStatus];

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

/** The answer to a frame that belongs to no route. */
export interface FrameError {
  code: string;
  message: string;
  temporary: boolean;
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

/** Canceled, filled and rejected are final. */
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

/** The client's clock, if it wants it back. */
export interface PingPayload {
  t?: number | null;
}

/** An order as the broker holds it; prices in the instrument's currency. */
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
  parentType: number | null;
  message: OrderMessage | null;
  updateTime: number;
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

/** TradingView's quote fields; prices in the instrument's currency, `chp` in percent. */
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

/** The subscription has ended; nothing of the topic follows. */
export interface UnsubscribeOk {
  status: "ok";
  message: string;
  topic: string;
}
