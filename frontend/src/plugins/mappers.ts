/** The only place where backend types become the front end's, and back, with its folder `mappers/`. */

import type {
  AccountUpdate as AccountUpdate_Ws_Backend,
  Bar as Bar_Ws_Backend,
  BrokerConnectionStatus as BrokerConnectionStatus_Ws_Backend,
  Depth as Depth_Ws_Backend,
  EquityData as EquityData_Ws_Backend,
  Execution as Execution_Ws_Backend,
  MarketStatus as MarketStatus_Ws_Backend,
  OrderDuration as OrderDuration_Ws_Backend,
  PlacedOrder as PlacedOrder_Ws_Backend,
  Position as Position_Ws_Backend,
  QuoteData as QuoteData_Ws_Backend,
  Trade as Trade_Ws_Backend,
  ServerActivity as ServerActivity_Ws_Backend,
  WorkspaceUpdate as WorkspaceUpdate_Ws_Backend,
} from "@clients/ws-types-generated";
import type {
  Bar_Api_Backend,
  DatafeedConfiguration_Api_Backend,
  EquityPoint_Api_Backend,
  Execution_Api_Backend,
  GetBarsResponse_Api_Backend,
  KillReport_Api_Backend,
  OrderPreviewResult_Api_Backend,
  PlacedOrder_Api_Backend,
  Position_Api_Backend,
  QuoteData_Api_Backend,
  RiskReport_Api_Backend,
  SearchSymbolResultItem_Api_Backend,
  SymbolInfo_Api_Backend,
  WorkspaceDocument_Api_Backend,
  WorkspaceEntry_Api_Backend,
} from "@clients/trader-client-generated";
import type {
  Bar,
  DatafeedConfiguration,
  HistoryMetadata,
  LibrarySymbolInfo,
  OrderDuration,
  OrderPreviewResult,
  Position,
  QuoteData,
  ResolutionString,
  SearchSymbolResultItem,
  SeriesFormat,
} from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  AccountStep,
  BrokerConnection,
  Equity,
  EquityPoint,
  KillReport,
  LedgerRecord,
  RiskReport,
} from "./accountTypes";
import type { FeedFeatures, SymbolFeatures } from "./feedTypes";
import type { MarketFreshness } from "./marketFreshness";
import type { ServerActivity } from "./serverTypes";
import type { DepthUpdate, StreamedBar, Trade } from "./tapeTypes";
import type { WorkspaceChange, WorkspaceDocument, WorkspaceEntry } from "./workspaceTypes";

export { mapFillExplanation } from "./mappers/fillExplanation";
export {
  mapAccountRequest,
  mapAmount,
  mapBrackets,
  mapLeverageParams,
  mapPreOrder,
} from "./mappers/requests";

type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** The server says null for what is absent; the library leaves it out. */
function withoutNulls<T extends object>(value: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null),
  ) as WithoutNulls<T>;
}

export function mapBar(bar: Bar_Ws_Backend | Bar_Api_Backend): Bar {
  return {
    time: bar.time,
    open: bar.open,
    high: bar.high,
    low: bar.low,
    close: bar.close,
    volume: bar.volume,
  };
}

export function mapStreamedBar(bar: Bar_Ws_Backend): StreamedBar {
  return { ...mapBar(bar), ...(bar.correction && { correction: bar.correction }) };
}

export function mapTrade({ received, ...trade }: Trade_Ws_Backend): Trade {
  return { ...trade, receivedAt: received };
}

export function mapDepth({ received, ...depth }: Depth_Ws_Backend): DepthUpdate {
  return { ...depth, receivedAt: received };
}

/** History as the library takes it; `next_time` only says something beside `no_data`. */
export function mapHistory(response: GetBarsResponse_Api_Backend): {
  bars: Bar[];
  meta: HistoryMetadata;
} {
  const { no_data, next_time } = response;
  const meta = no_data ? { noData: true, ...(next_time !== null && { nextTime: next_time }) } : {};
  return { bars: response.bars.map(mapBar), meta };
}

export function mapMarketStatus(status: MarketStatus_Ws_Backend): MarketFreshness {
  return {
    symbol: status.symbol,
    state: status.state,
    since: status.since,
    staleAfterMs: status.stale_after,
    nextOpen: status.next_open,
    nextClose: status.next_close,
    reason: status.reason,
  };
}

export function mapQuote({ s, n, v }: QuoteData_Ws_Backend | QuoteData_Api_Backend): QuoteData {
  return s === "error" || "error" in v ? { s: "error", n, v } : { s, n, v };
}

export function mapSymbol(symbol: SymbolInfo_Api_Backend): LibrarySymbolInfo & SymbolFeatures {
  return {
    ...symbol,
    format: symbol.format as SeriesFormat,
    supported_resolutions: symbol.supported_resolutions.map(asResolution),
  };
}

export function mapConfiguration(
  configuration: DatafeedConfiguration_Api_Backend,
): DatafeedConfiguration & FeedFeatures {
  const { supported_resolutions } = configuration;
  return { ...configuration, supported_resolutions: supported_resolutions.map(asResolution) };
}

export function mapSearchResult(item: SearchSymbolResultItem_Api_Backend): SearchSymbolResultItem {
  return { ...item };
}

export function mapOrder(order: PlacedOrder_Ws_Backend | PlacedOrder_Api_Backend): AccountOrder {
  const { duration, message, ...rest } = order;
  return {
    ...withoutNulls(rest),
    ...(duration && { duration: mapDuration(duration) }),
    ...(message && { message }),
  };
}

export function mapPosition(position: Position_Ws_Backend | Position_Api_Backend): Position {
  return { ...position };
}

export function mapExecution(
  execution: Execution_Ws_Backend | Execution_Api_Backend,
): AccountExecution {
  return { ...execution };
}

export function mapPreview(preview: OrderPreviewResult_Api_Backend): OrderPreviewResult {
  const { sections, confirmId, warnings, errors } = preview;
  return {
    sections: sections.map(({ header, rows }) => ({ ...(header !== null && { header }), rows })),
    warnings,
    errors,
    ...(confirmId !== null && { confirmId }),
  };
}

/** Keeps every member of every record, also one that a newer server adds: all of them are hashed. */
export function mapAccountStep(update: AccountUpdate_Ws_Backend): AccountStep {
  const { orders, executions, positions, balances, executionsTail, ...rest } = update;
  return {
    ...rest,
    orders: orders.map(asRecord),
    executions: executions.map(asRecord),
    positions: positions.map(asRecord),
    balances: balances.map(asRecord),
    ...(executionsTail && { executionsTail }),
  };
}

export function mapEquityPoint(point: EquityPoint_Api_Backend): EquityPoint {
  return { ...point };
}

export function mapRiskReport(report: RiskReport_Api_Backend): RiskReport {
  return { ...report };
}

export function mapKillReport(report: KillReport_Api_Backend): KillReport {
  const { state, canceled, flattened, notFlattened } = report;
  return { state, canceled, flattened, notFlattened };
}

export function mapEquity(equity: EquityData_Ws_Backend): Equity {
  return { ...equity };
}

export function mapBrokerConnection(
  connection: BrokerConnectionStatus_Ws_Backend,
): BrokerConnection {
  const { timestamp, ...rest } = connection;
  return { ...withoutNulls(rest), since: timestamp };
}

export function mapServerActivity(activity: ServerActivity_Ws_Backend): ServerActivity {
  const { at, draining, connections, subscriptions, skipped, write, producers } = activity;
  return {
    ...{ at, draining, connections, subscriptions, skipped, write, producers },
    windowS: activity.window_s,
    connectionsPaused: activity.connections_paused,
    outboxBytes: activity.outbox_bytes,
    updatesPerS: activity.updates_per_s,
    deliveriesPerS: activity.deliveries_per_s,
    loopLag: activity.loop_lag,
    producerRestarts: activity.producer_restarts,
    topicCount: activity.topic_count,
    topics: activity.topics.map(({ updates_per_s, last_update, ...topic }) => ({
      ...topic,
      updatesPerS: updates_per_s,
      lastUpdate: last_update,
    })),
    closes: activity.closes.map(({ lived_s, ...close }) => ({ ...close, livedS: lived_s })),
  };
}

export function mapWorkspaceEntry(entry: WorkspaceEntry_Api_Backend): WorkspaceEntry {
  return { ...entry };
}

export function mapWorkspaceDocument(document: WorkspaceDocument_Api_Backend): WorkspaceDocument {
  return { ...document };
}

export function mapWorkspaceChange(update: WorkspaceUpdate_Ws_Backend): WorkspaceChange {
  return { ...update };
}

function mapDuration(duration: OrderDuration_Ws_Backend): OrderDuration {
  return withoutNulls(duration);
}

function asRecord<T extends object>(record: T): WithoutNulls<T> & LedgerRecord {
  return withoutNulls(record);
}

function asResolution(text: string): ResolutionString {
  return text as ResolutionString;
}
