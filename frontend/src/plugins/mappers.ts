/** The only place where backend types become the front end's, and back. */

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
  Brackets_Api_Backend,
  DatafeedConfiguration_Api_Backend,
  EquityPoint_Api_Backend,
  Execution_Api_Backend,
  ExecutionExplanation_Api_Backend,
  GetBarsResponse_Api_Backend,
  KillReport_Api_Backend,
  LeverageSetParams_Api_Backend,
  NewAccount_Api_Backend,
  OrderPreviewResult_Api_Backend,
  PlacedOrder_Api_Backend,
  Position_Api_Backend,
  PreOrder_Api_Backend,
  QuoteData_Api_Backend,
  RiskReport_Api_Backend,
  SearchSymbolResultItem_Api_Backend,
  SymbolInfo_Api_Backend,
  WorkspaceDocument_Api_Backend,
  WorkspaceEntry_Api_Backend,
} from "@clients/trader-client-generated";
import type {
  Bar,
  Brackets,
  DatafeedConfiguration,
  HistoryMetadata,
  LeverageSetParams,
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
  AccountPreOrder,
  AccountRequest,
  AccountStep,
  BrokerConnection,
  Equity,
  EquityPoint,
  FillExplanation,
  KillReport,
  LedgerRecord,
  RiskReport,
  MarketValue,
} from "./accountTypes";
import type { FeedFeatures, SymbolFeatures } from "./feedTypes";
import type { MarketFreshness } from "./marketFreshness";
import type { ServerActivity } from "./serverTypes";
import type { DepthUpdate, StreamedBar, Trade } from "./tapeTypes";
import type { WorkspaceChange, WorkspaceDocument, WorkspaceEntry } from "./workspaceTypes";

/** Every decimal of so many digits comes back from a binary number as it was. */
const SURE_DIGITS = 15;
/** As many as the server reads. */
const MOST_DECIMALS = 18;
/** Money of an explanation is counted in 10^-12, a fee's rate in 10^-8. */
const MONEY_SCALE = 1e12;
const RATE_SCALE = 1e8;
const MARKET_VALUES = ["bid", "ask", "last", "open", "high", "low", "close"] as const;

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

/** What the ledger keeps of a fill: integers in the instrument's units, which `scales` name. */
interface RecordedFill {
  orderId: string;
  symbol: string;
  side: FillExplanation["side"];
  step: number;
  feed: string;
  rule: string;
  ruleText: string;
  source: Partial<Record<MarketValue["name"], number | null>> & { time: number; gap?: boolean };
  limit: number | null;
  stop: number | null;
  size: {
    remaining: number;
    consumed: number;
    displayed: number | null;
    reducible: number | null;
  };
  fee: Record<
    "fixed" | "perShare" | "rate" | "minimum" | "notional" | "filledQty" | "filledCost",
    number
  >;
  scales: { price: number; qty: number };
  positionBefore: { qty: number };
  positionAfter: { qty: number };
}

export function mapFillExplanation(answer: ExecutionExplanation_Api_Backend): FillExplanation {
  const recorded = answer.explanation as unknown as RecordedFill;
  const { orderId, symbol, side, step, feed, rule, ruleText, source, size, fee } = recorded;
  const priced = (units: number | null): number | null => units && units / recorded.scales.price;
  const sized = (units: number | null): number | null => units && units / recorded.scales.qty;
  const { fixed, perShare, rate, minimum, notional } = fee;
  const values = MARKET_VALUES.map((name) => ({ name, price: priced(source[name] ?? null) }));
  return {
    ...{ executionId: answer.executionId, ...answer.recomputed },
    ...{ orderId, symbol, side, step, feed, rule, ruleText },
    ...present({ limit: priced(recorded.limit), stop: priced(recorded.stop) }),
    source: {
      kind: source.open === undefined ? "tick" : "bar",
      time: source.time,
      afterGap: source.gap ?? false,
      values: values.filter((value): value is MarketValue => value.price !== null),
    },
    size: {
      remaining: size.remaining / recorded.scales.qty,
      consumed: size.consumed / recorded.scales.qty,
      ...present({ displayed: sized(size.displayed), reducible: sized(size.reducible) }),
    },
    feeTerms: {
      fixed: fixed / MONEY_SCALE,
      perShare: perShare / MONEY_SCALE,
      rate: rate / RATE_SCALE,
      minimum: minimum / MONEY_SCALE,
    },
    notional: notional / MONEY_SCALE,
    before: { qty: fee.filledQty / recorded.scales.qty, notional: fee.filledCost / MONEY_SCALE },
    positionBefore: recorded.positionBefore.qty / recorded.scales.qty,
    positionAfter: recorded.positionAfter.qty / recorded.scales.qty,
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

/** An order as the server takes it: it knows no other members, and no undefined ones. */
export function mapPreOrder(order: AccountPreOrder): PreOrder_Api_Backend {
  const { symbol, type, side, qty, limitPrice, stopPrice, stopType, duration } = order;
  const { seenPrice, currentQuotes, customFields, clientOrderId, reduceOnly, ocoGroup } = order;
  const optional = { limitPrice, stopPrice, stopType, duration, seenPrice, customFields };
  return {
    ...{ symbol, type, side },
    ...present({ qty }),
    ...present({ isClose: order.isClose, reduceOnly, ocoGroup }),
    ...present({ ...optional, clientOrderId }),
    ...mapBrackets(order),
    ...(currentQuotes && { currentQuotes: { ask: currentQuotes.ask, bid: currentQuotes.bid } }),
  } as PreOrder_Api_Backend;
}

/** An account as the server opens it; it fills in what is left out. */
export function mapAccountRequest(account: AccountRequest): NewAccount_Api_Backend {
  return { ...account } as NewAccount_Api_Backend;
}

export function mapBrackets(brackets: Brackets): Brackets_Api_Backend {
  const { takeProfit, stopLoss, guaranteedStop, trailingStopPips } = brackets;
  return present({ takeProfit, stopLoss, guaranteedStop, trailingStopPips });
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

export function mapLeverageParams(params: LeverageSetParams): LeverageSetParams_Api_Backend {
  const { symbol, orderType, side, leverage, customFields } = params;
  return { symbol, orderType, side, leverage, ...present({ customFields }) };
}

/** A quantity as the server reads it in an address: digits and a point, no exponent. */
export function mapAmount(amount: number): string {
  const text = String(decimal(amount));
  return text.includes("e") ? decimal(amount).toFixed(MOST_DECIMALS) : text;
}

/** What is there: zero and false are, null and undefined are not. */
function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = (Object.entries(value) as [string, unknown][])
    .filter(([, member]) => member != null)
    .map(([name, member]) => [name, typeof member === "number" ? decimal(member) : member]);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Arithmetic in binary leaves 57 * 0.01 beside every step of a price: sent is the decimal meant. */
function decimal(value: number): number {
  return Number(value.toPrecision(SURE_DIGITS));
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
