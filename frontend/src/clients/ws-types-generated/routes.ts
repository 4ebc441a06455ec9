// Generated from the contract; never edited by hand.
import type {
  AccountSubscriptionRequest,
  AccountUpdate,
  ActivitySubscriptionRequest,
  Bar,
  BarsSubscriptionRequest,
  BrokerConnectionStatus,
  BrokerConnectionSubscriptionRequest,
  Depth,
  DepthSubscriptionRequest,
  EquityData,
  EquitySubscriptionRequest,
  Execution,
  ExecutionSubscriptionRequest,
  MarketStatus,
  MarketStatusSubscriptionRequest,
  OrderSubscriptionRequest,
  PlacedOrder,
  Position,
  PositionSubscriptionRequest,
  QuoteData,
  QuoteDataSubscriptionRequest,
  ServerActivity,
  Trade,
  TradesSubscriptionRequest,
  WorkspaceSubscriptionRequest,
  WorkspaceUpdate,
} from "./types";

/** What each route takes and sends. */
export interface WsRoutes {
  /** What a step changed, as it is afterwards; `kind` says what happened. */
  "account": { request: AccountSubscriptionRequest; update: AccountUpdate; delivery: "lossless" };
  /** Everything that streams, at the time `at` of the server. */
  "activity": { request: ActivitySubscriptionRequest; update: ServerActivity; delivery: "latest" };
  /** OHLCV of one interval; `time` is its start, for daily bars 00:00 UTC of the trading day. */
  "bars": { request: BarsSubscriptionRequest; update: Bar; delivery: "latest" };
  /** State of the link since `timestamp`. */
  "connection": { request: BrokerConnectionSubscriptionRequest; update: BrokerConnectionStatus; delivery: "latest" };
  /** The book of `version`, the best price first, or what makes it of the book `follows`. */
  "depth": { request: DepthSubscriptionRequest; update: Depth; delivery: "latest" };
  /** Account value in its currency: equity = balance + unrealizedPL. */
  "equity": { request: EquitySubscriptionRequest; update: EquityData; delivery: "latest" };
  /** One fill; `commission` in the account's currency. */
  "executions": { request: ExecutionSubscriptionRequest; update: Execution; delivery: "lossless" };
  /** How fresh a symbol is; times are the feed's, of a replay its own. */
  "market-status": { request: MarketStatusSubscriptionRequest; update: MarketStatus; delivery: "latest" };
  /** An order as the broker holds it; prices in the instrument's currency. */
  "orders": { request: OrderSubscriptionRequest; update: PlacedOrder; delivery: "lossless" };
  /** A holding; `qty: 0` says that it was closed. */
  "positions": { request: PositionSubscriptionRequest; update: Position; delivery: "lossless" };
  /** The quote of symbol `n`: its values, or with `s: "error"` the reason. */
  "quotes": { request: QuoteDataSubscriptionRequest; update: QuoteData; delivery: "latest" };
  /** One trade; `time` is when it was made, `received` when the server learned of it. */
  "trades": { request: TradesSubscriptionRequest; update: Trade; delivery: "recent" };
  /** A document was saved, or `deleted`, and is no more then; `id` is `kind/name`. */
  "workspace": { request: WorkspaceSubscriptionRequest; update: WorkspaceUpdate; delivery: "latest" };
}

/**
 * How each route delivers: `key` is the field whose newest value counts (null: one value a topic),
 * `held` how many keys of a series the server keeps, `merged` that updates add up to a state.
 */
export const wsRoutes = {
  "account": { delivery: "lossless", key: null, held: null, merged: false },
  "activity": { delivery: "latest", key: null, held: null, merged: false },
  "bars": { delivery: "latest", key: "time", held: 16, merged: false },
  "connection": { delivery: "latest", key: null, held: null, merged: false },
  "depth": { delivery: "latest", key: null, held: null, merged: true },
  "equity": { delivery: "latest", key: null, held: null, merged: false },
  "executions": { delivery: "lossless", key: null, held: null, merged: false },
  "market-status": { delivery: "latest", key: null, held: null, merged: false },
  "orders": { delivery: "lossless", key: null, held: null, merged: false },
  "positions": { delivery: "lossless", key: null, held: null, merged: false },
  "quotes": { delivery: "latest", key: null, held: null, merged: false },
  "trades": { delivery: "recent", key: null, held: 100, merged: false },
  "workspace": { delivery: "latest", key: "id", held: null, merged: false },
} as const;
