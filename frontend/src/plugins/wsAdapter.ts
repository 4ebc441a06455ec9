/** All streams of the server, one line each, and the same without a server. */

import type {
  AccountSubscriptionRequest,
  AccountUpdate_Ws_Backend,
  ActivitySubscriptionRequest,
  Bar_Ws_Backend,
  BarsSubscriptionRequest,
  BrokerConnectionStatus_Ws_Backend,
  BrokerConnectionSubscriptionRequest,
  Depth_Ws_Backend,
  DepthSubscriptionRequest,
  EquityData_Ws_Backend,
  EquitySubscriptionRequest,
  Execution_Ws_Backend,
  ExecutionSubscriptionRequest,
  MarketStatusSubscriptionRequest,
  MarketStatus_Ws_Backend,
  OrderSubscriptionRequest,
  PlacedOrder_Ws_Backend,
  Position_Ws_Backend,
  PositionSubscriptionRequest,
  QuoteData_Ws_Backend,
  QuoteDataSubscriptionRequest,
  ServerActivity_Ws_Backend,
  Trade_Ws_Backend,
  TradesSubscriptionRequest,
  WorkspaceSubscriptionRequest,
  WorkspaceUpdate_Ws_Backend,
} from "@clients/ws-types-generated";
import type { Position, QuoteData } from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  AccountStep,
  BrokerConnection,
  Equity,
} from "./accountTypes";
import {
  mapAccountStep,
  mapBrokerConnection,
  mapDepth,
  mapEquity,
  mapExecution,
  mapMarketStatus,
  mapOrder,
  mapPosition,
  mapQuote,
  mapServerActivity,
  mapStreamedBar,
  mapTrade,
  mapWorkspaceChange,
} from "./mappers";
import type { MarketFreshness } from "./marketFreshness";
import type { ServerActivity } from "./serverTypes";
import type { DepthUpdate, StreamedBar, Trade } from "./tapeTypes";
import type { WorkspaceChange } from "./workspaceTypes";
import { AT_SERVER } from "./ws/holding";
import { WebSocketClient, WebSocketFallback } from "./wsClientBase";
import type { WsStream } from "./wsStream";

/** The streams, whoever feeds them. */
export interface WsAdapterType {
  bars: WsStream<BarsSubscriptionRequest, StreamedBar>;
  quotes: WsStream<QuoteDataSubscriptionRequest, QuoteData>;
  trades: WsStream<TradesSubscriptionRequest, Trade>;
  depth: WsStream<DepthSubscriptionRequest, DepthUpdate>;
  orders: WsStream<OrderSubscriptionRequest, AccountOrder>;
  positions: WsStream<PositionSubscriptionRequest, Position>;
  executions: WsStream<ExecutionSubscriptionRequest, AccountExecution>;
  account: WsStream<AccountSubscriptionRequest, AccountStep>;
  equity: WsStream<EquitySubscriptionRequest, Equity>;
  connection: WsStream<BrokerConnectionSubscriptionRequest, BrokerConnection>;
  activity: WsStream<ActivitySubscriptionRequest, ServerActivity>;
  "market-status": WsStream<MarketStatusSubscriptionRequest, MarketFreshness>;
  workspace: WsStream<WorkspaceSubscriptionRequest, WorkspaceChange>;
}

/** The newest order and position of each id are what an account's late listener starts with. */
const BY_ID = { holds: { key: "id", keep: "all" } } as const;

export class WsAdapter implements WsAdapterType {
  bars: WebSocketClient<BarsSubscriptionRequest, Bar_Ws_Backend, StreamedBar>;
  quotes: WebSocketClient<QuoteDataSubscriptionRequest, QuoteData_Ws_Backend, QuoteData>;
  trades: WebSocketClient<TradesSubscriptionRequest, Trade_Ws_Backend, Trade>;
  depth: WebSocketClient<DepthSubscriptionRequest, Depth_Ws_Backend, DepthUpdate>;
  orders: WebSocketClient<OrderSubscriptionRequest, PlacedOrder_Ws_Backend, AccountOrder>;
  positions: WebSocketClient<PositionSubscriptionRequest, Position_Ws_Backend, Position>;
  executions: WebSocketClient<ExecutionSubscriptionRequest, Execution_Ws_Backend, AccountExecution>;
  account: WebSocketClient<AccountSubscriptionRequest, AccountUpdate_Ws_Backend, AccountStep>;
  equity: WebSocketClient<EquitySubscriptionRequest, EquityData_Ws_Backend, Equity>;
  connection: WebSocketClient<
    BrokerConnectionSubscriptionRequest,
    BrokerConnectionStatus_Ws_Backend,
    BrokerConnection
  >;
  activity: WebSocketClient<ActivitySubscriptionRequest, ServerActivity_Ws_Backend, ServerActivity>;
  "market-status": WebSocketClient<
    MarketStatusSubscriptionRequest,
    MarketStatus_Ws_Backend,
    MarketFreshness
  >;
  workspace: WebSocketClient<
    WorkspaceSubscriptionRequest,
    WorkspaceUpdate_Ws_Backend,
    WorkspaceChange
  >;

  constructor() {
    this.bars = new WebSocketClient("bars", mapStreamedBar);
    this.quotes = new WebSocketClient("quotes", mapQuote);
    this.trades = new WebSocketClient("trades", mapTrade);
    this.depth = new WebSocketClient("depth", mapDepth);
    this.orders = new WebSocketClient("orders", mapOrder, BY_ID);
    this.positions = new WebSocketClient("positions", mapPosition, BY_ID);
    this.executions = new WebSocketClient("executions", mapExecution);
    this.account = new WebSocketClient("account", mapAccountStep, { holds: AT_SERVER });
    this.equity = new WebSocketClient("equity", mapEquity);
    this.connection = new WebSocketClient("connection", mapBrokerConnection);
    this.activity = new WebSocketClient("activity", mapServerActivity);
    this["market-status"] = new WebSocketClient("market-status", mapMarketStatus);
    this.workspace = new WebSocketClient("workspace", mapWorkspaceChange);
  }
}

export type Mockers = {
  [
    Stream in keyof WsAdapterType as `${Stream}Mocker`
  ]?: () => WsAdapterType[Stream] extends WsStream<never, infer Frontend> ? Frontend | null : never;
};

/** The streams of which a mocker is given; works with no server at all. */
export class WsFallback implements Partial<WsAdapterType> {
  bars?: WsStream<BarsSubscriptionRequest, StreamedBar>;
  quotes?: WsStream<QuoteDataSubscriptionRequest, QuoteData>;
  trades?: WsStream<TradesSubscriptionRequest, Trade>;
  depth?: WsStream<DepthSubscriptionRequest, DepthUpdate>;
  orders?: WsStream<OrderSubscriptionRequest, AccountOrder>;
  positions?: WsStream<PositionSubscriptionRequest, Position>;
  executions?: WsStream<ExecutionSubscriptionRequest, AccountExecution>;
  account?: WsStream<AccountSubscriptionRequest, AccountStep>;
  equity?: WsStream<EquitySubscriptionRequest, Equity>;
  connection?: WsStream<BrokerConnectionSubscriptionRequest, BrokerConnection>;
  activity?: WsStream<ActivitySubscriptionRequest, ServerActivity>;
  "market-status"?: WsStream<MarketStatusSubscriptionRequest, MarketFreshness>;
  workspace?: WsStream<WorkspaceSubscriptionRequest, WorkspaceChange>;

  constructor(mockers: Mockers = {}) {
    if (mockers.barsMocker) this.bars = new WebSocketFallback(mockers.barsMocker);
    if (mockers.quotesMocker) this.quotes = new WebSocketFallback(mockers.quotesMocker);
    if (mockers.tradesMocker) this.trades = new WebSocketFallback(mockers.tradesMocker);
    if (mockers.depthMocker) this.depth = new WebSocketFallback(mockers.depthMocker);
    if (mockers.ordersMocker) this.orders = new WebSocketFallback(mockers.ordersMocker);
    if (mockers.positionsMocker) this.positions = new WebSocketFallback(mockers.positionsMocker);
    if (mockers.executionsMocker) this.executions = new WebSocketFallback(mockers.executionsMocker);
    if (mockers.accountMocker) this.account = new WebSocketFallback(mockers.accountMocker);
    if (mockers.equityMocker) this.equity = new WebSocketFallback(mockers.equityMocker);
    if (mockers.connectionMocker) this.connection = new WebSocketFallback(mockers.connectionMocker);
    if (mockers.activityMocker) this.activity = new WebSocketFallback(mockers.activityMocker);
    if (mockers["market-statusMocker"]) {
      this["market-status"] = new WebSocketFallback(mockers["market-statusMocker"]);
    }
    if (mockers.workspaceMocker) this.workspace = new WebSocketFallback(mockers.workspaceMocker);
  }
}
