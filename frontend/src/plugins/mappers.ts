/** The only place where backend types become the front end's, and back. */

import type {
  Bar as Bar_Ws_Backend,
  BrokerConnectionStatus as BrokerConnectionStatus_Ws_Backend,
  EquityData as EquityData_Ws_Backend,
  Execution as Execution_Ws_Backend,
  OrderDuration as OrderDuration_Ws_Backend,
  PlacedOrder as PlacedOrder_Ws_Backend,
  Position as Position_Ws_Backend,
  QuoteData as QuoteData_Ws_Backend,
} from "@clients/ws-types-generated";
import type {
  Bar_Api_Backend,
  DatafeedConfiguration_Api_Backend,
  GetBarsResponse_Api_Backend,
  QuoteData_Api_Backend,
  SearchSymbolResultItem_Api_Backend,
  SymbolInfo_Api_Backend,
} from "@clients/trader-client-generated";
import type {
  Bar,
  DatafeedConfiguration,
  Execution,
  HistoryMetadata,
  LibrarySymbolInfo,
  OrderDuration,
  ParentType,
  PlacedOrder,
  Position,
  QuoteData,
  ResolutionString,
  SearchSymbolResultItem,
  SeriesFormat,
} from "@public/trading_terminal/charting_library";
import type { BrokerConnection, Equity } from "./accountTypes";

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

/** History as the library takes it; `next_time` only says something beside `no_data`. */
export function mapHistory(response: GetBarsResponse_Api_Backend): {
  bars: Bar[];
  meta: HistoryMetadata;
} {
  const { no_data, next_time } = response;
  const meta = no_data ? { noData: true, ...(next_time !== null && { nextTime: next_time }) } : {};
  return { bars: response.bars.map(mapBar), meta };
}

export function mapQuote({ s, n, v }: QuoteData_Ws_Backend | QuoteData_Api_Backend): QuoteData {
  return s === "error" || "error" in v ? { s: "error", n, v } : { s, n, v };
}

export function mapSymbol(symbol: SymbolInfo_Api_Backend): LibrarySymbolInfo {
  return {
    ...symbol,
    format: symbol.format as SeriesFormat,
    supported_resolutions: symbol.supported_resolutions.map(asResolution),
  };
}

export function mapConfiguration(
  configuration: DatafeedConfiguration_Api_Backend,
): DatafeedConfiguration & { feed: string } {
  const { supported_resolutions } = configuration;
  return { ...configuration, supported_resolutions: supported_resolutions.map(asResolution) };
}

export function mapSearchResult(item: SearchSymbolResultItem_Api_Backend): SearchSymbolResultItem {
  return { ...item };
}

export function mapOrder(order: PlacedOrder_Ws_Backend): PlacedOrder {
  const { duration, parentType, message, ...rest } = order;
  return {
    ...withoutNulls(rest),
    ...(duration && { duration: mapDuration(duration) }),
    ...(isParentType(parentType) && { parentType }),
    ...(message && { message }),
  };
}

export function mapPosition(position: Position_Ws_Backend): Position {
  return { ...position };
}

export function mapExecution(execution: Execution_Ws_Backend): Execution {
  const { symbol, price, qty, side, time, commission } = execution;
  return { symbol, price, qty, side, time, commission };
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

function mapDuration(duration: OrderDuration_Ws_Backend): OrderDuration {
  return withoutNulls(duration);
}

function isParentType(value: number | null): value is ParentType {
  return value === 1 || value === 2 || value === 3;
}

function asResolution(text: string): ResolutionString {
  return text as ResolutionString;
}
