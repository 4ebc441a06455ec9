/**
 * Typings of the charting library's interfaces, in our own words.
 *
 * The licensed library keeps its own typings in this folder (git-ignored); these name the same
 * shapes, so that the application compiles without it.
 */

declare const nominal: unique symbol;

/** A string that only a cast makes: `"1"`, `"60"`, `"1D"`. */
export type ResolutionString = string & { readonly [nominal]: "ResolutionString" };
export type Timezone = string;
export type SeriesFormat = "price" | "volume";
export type VisiblePlotsSet = "ohlcv" | "ohlc" | "c" | "hlc";

// Bars

/** OHLCV of one interval; `time` is its start in Unix ms, for daily bars 00:00 UTC of the day. */
export interface Bar {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume?: number;
}

export interface HistoryMetadata {
  /** Nothing in the asked range. */
  noData?: boolean;
  /** Unix ms of the newest bar before an empty range. */
  nextTime?: number | null;
}

/** `from` and `to` in Unix seconds; `to` is exclusive, `countBack` wins over `from`. */
export interface PeriodParams {
  from: number;
  to: number;
  countBack: number;
  firstDataRequest: boolean;
}

export type HistoryCallback = (bars: Bar[], meta?: HistoryMetadata) => void;
export type SubscribeBarsCallback = (bar: Bar) => void;
export type DatafeedErrorCallback = (reason: string) => void;

// Configuration, search, symbols

export interface Exchange {
  value: string;
  name: string;
  desc: string;
}

export interface DatafeedSymbolType {
  name: string;
  value: string;
}

export interface DatafeedConfiguration {
  exchanges?: Exchange[];
  supported_resolutions?: ResolutionString[];
  currency_codes?: string[];
  units?: Record<string, { id: string; name: string; description: string }[]>;
  supports_marks?: boolean;
  supports_time?: boolean;
  supports_timescale_marks?: boolean;
  symbols_types?: DatafeedSymbolType[];
  symbols_grouping?: Record<string, string>;
}

export interface SearchSymbolResultItem {
  symbol: string;
  description: string;
  exchange: string;
  ticker?: string;
  type: string;
  logo_urls?: [string] | [string, string];
  exchange_logo?: string;
}

export interface SymbolResolveExtension {
  currencyCode?: string;
  unitId?: string;
  session?: string;
}

export interface LibrarySubsessionInfo {
  description: string;
  id: string;
  session: string;
  "session-display"?: string;
  "session-correction"?: string;
}

/** What a chart knows of an instrument; tick size = `minmov` / `pricescale`. */
export interface LibrarySymbolInfo {
  name: string;
  base_name?: [string];
  ticker?: string;
  description: string;
  long_description?: string;
  type: string;
  session: string;
  session_display?: string;
  session_holidays?: string;
  corrections?: string;
  exchange: string;
  listed_exchange: string;
  timezone: Timezone;
  format: SeriesFormat;
  pricescale: number;
  minmov: number;
  fractional?: boolean;
  minmove2?: number;
  variable_tick_size?: string;
  has_intraday?: boolean;
  supported_resolutions?: ResolutionString[];
  intraday_multipliers?: string[];
  has_seconds?: boolean;
  has_ticks?: boolean;
  seconds_multipliers?: string[];
  has_daily?: boolean;
  daily_multipliers?: string[];
  has_weekly_and_monthly?: boolean;
  weekly_multipliers?: string[];
  monthly_multipliers?: string[];
  has_empty_bars?: boolean;
  visible_plots_set?: VisiblePlotsSet;
  volume_precision?: number;
  data_status?: "streaming" | "endofday" | "delayed_streaming";
  delay?: number;
  expired?: boolean;
  expiration_date?: number;
  sector?: string;
  industry?: string;
  currency_code?: string;
  original_currency_code?: string;
  unit_id?: string;
  original_unit_id?: string;
  unit_conversion_types?: string[];
  subsession_id?: string;
  subsessions?: LibrarySubsessionInfo[];
  price_source_id?: string;
  price_sources?: { id: string; name: string }[];
  logo_urls?: [string] | [string, string];
  exchange_logo?: string;
}

export type OnReadyCallback = (configuration: DatafeedConfiguration) => void;
export type SearchSymbolsCallback = (items: SearchSymbolResultItem[]) => void;
export type ResolveCallback = (symbolInfo: LibrarySymbolInfo) => void;
export type ServerTimeCallback = (unixSeconds: number) => void;

// Marks, depth

export type MarkConstColors = "red" | "green" | "blue" | "yellow";
export type MarkColor = MarkConstColors | { border: string; background: string };

/** A sign on a bar; `time` in Unix seconds. */
export interface Mark {
  id: string | number;
  time: number;
  color: MarkColor;
  text: string;
  label: string;
  labelFontColor: string;
  minSize: number;
  borderWidth?: number;
  hoveredBorderWidth?: number;
  imageUrl?: string;
  showLabelWhenImageLoaded?: boolean;
}

export type TimescaleMarkShape = "circle" | "earningUp" | "earningDown" | "earning" | "dividend";

/** A sign on the time axis; `time` in Unix seconds. */
export interface TimescaleMark {
  id: string | number;
  time: number;
  color: string;
  labelFontColor?: string;
  label: string;
  tooltip: string[];
  shape?: TimescaleMarkShape;
  imageUrl?: string;
  showLabelWhenImageLoaded?: boolean;
}

export type GetMarksCallback<T> = (marks: T[]) => void;

export interface DOMLevel {
  price: number;
  volume: number;
}

/** Depth of market; both sides ascend by price. */
export interface DOMData {
  snapshot: boolean;
  asks: DOMLevel[];
  bids: DOMLevel[];
}

export type DOMCallback = (data: DOMData) => void;

// Quotes

export interface DatafeedQuoteValues {
  lp?: number;
  ask?: number;
  bid?: number;
  spread?: number;
  open_price?: number;
  high_price?: number;
  low_price?: number;
  prev_close_price?: number;
  volume?: number;
  /** Change of the day, absolute and in percent. */
  ch?: number;
  chp?: number;
  short_name?: string;
  exchange?: string;
  description?: string;
  original_name?: string;
}

export interface QuoteOkData {
  s: "ok";
  n: string;
  v: DatafeedQuoteValues;
}

export interface QuoteErrorData {
  s: "error";
  n: string;
  v: object;
}

export type QuoteData = QuoteOkData | QuoteErrorData;
export type QuotesCallback = (data: QuoteData[]) => void;
export type QuotesErrorCallback = (reason: string) => void;

// The datafeed

export interface IExternalDatafeed {
  onReady(callback: OnReadyCallback): void;
}

export interface IDatafeedChartApi {
  getMarks?(
    symbolInfo: LibrarySymbolInfo,
    from: number,
    to: number,
    onDataCallback: GetMarksCallback<Mark>,
    resolution: ResolutionString,
  ): void;
  getTimescaleMarks?(
    symbolInfo: LibrarySymbolInfo,
    from: number,
    to: number,
    onDataCallback: GetMarksCallback<TimescaleMark>,
    resolution: ResolutionString,
  ): void;
  getServerTime?(callback: ServerTimeCallback): void;
  searchSymbols(
    userInput: string,
    exchange: string,
    symbolType: string,
    onResult: SearchSymbolsCallback,
  ): void;
  resolveSymbol(
    symbolName: string,
    onResolve: ResolveCallback,
    onError: DatafeedErrorCallback,
    extension?: SymbolResolveExtension,
  ): void;
  getBars(
    symbolInfo: LibrarySymbolInfo,
    resolution: ResolutionString,
    periodParams: PeriodParams,
    onResult: HistoryCallback,
    onError: DatafeedErrorCallback,
  ): void;
  subscribeBars(
    symbolInfo: LibrarySymbolInfo,
    resolution: ResolutionString,
    onTick: SubscribeBarsCallback,
    listenerGuid: string,
    onResetCacheNeededCallback: () => void,
  ): void;
  unsubscribeBars(listenerGuid: string): void;
  subscribeDepth?(symbol: string, callback: DOMCallback): string;
  unsubscribeDepth?(subscriberUID: string): void;
  getVolumeProfileResolutionForPeriod?(
    currentResolution: ResolutionString,
    from: number,
    to: number,
    symbolInfo: LibrarySymbolInfo,
  ): ResolutionString;
}

export interface IDatafeedQuotesApi {
  getQuotes(
    symbols: string[],
    onDataCallback: QuotesCallback,
    onErrorCallback: QuotesErrorCallback,
  ): void;
  /** `symbols` may be refreshed once a minute, `fastSymbols` at least every 10 s. */
  subscribeQuotes(
    symbols: string[],
    fastSymbols: string[],
    onRealtimeCallback: QuotesCallback,
    listenerGUID: string,
  ): void;
  unsubscribeQuotes(listenerGUID: string): void;
}

export type IBasicDataFeed = IDatafeedChartApi & IExternalDatafeed;

// The broker: orders, positions, requests

/** Canceled 1, Filled 2, Inactive 3, Placing 4, Rejected 5, Working 6. */
export type OrderStatus = 1 | 2 | 3 | 4 | 5 | 6;
/** Limit 1, Market 2, Stop 3, StopLimit 4. */
export type OrderType = 1 | 2 | 3 | 4;
/** Buy 1, Sell -1. */
export type Side = 1 | -1;
/** StopLoss 0, TrailingStop 1, GuaranteedStop 2. */
export type StopType = 0 | 1 | 2;
/** Order 1, Position 2, IndividualPosition 3. */
export type ParentType = 1 | 2 | 3;
/** Connected 1, Connecting 2, Disconnected 3, Error 4. */
export type ConnectionStatus = 1 | 2 | 3 | 4;
export type DisconnectType = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** Error 0, Success 1. */
export type NotificationType = 0 | 1;
export type AccountId = string;

export interface OrderDuration {
  type: string;
  /** Unix ms. */
  datetime?: number;
}

export interface TradeContextMessage {
  type: "information" | "warning" | "error";
  text: string;
}

export type CustomFields = Record<string, unknown>;

/** What protects a position or an order; what is absent is not wanted. */
export interface Brackets {
  takeProfit?: number;
  stopLoss?: number;
  guaranteedStop?: number;
  trailingStopPips?: number;
}

/** An order as the user asks for it. */
export interface PreOrder extends Brackets {
  symbol: string;
  type: OrderType;
  side: Side;
  qty: number;
  limitPrice?: number;
  stopPrice?: number;
  stopType?: StopType;
  duration?: OrderDuration;
  /** What the user saw when ordering. */
  seenPrice?: number | null;
  currentQuotes?: { ask: number; bid: number };
  isClose?: boolean;
  customFields?: CustomFields;
}

export interface PlacedOrder extends Brackets {
  id: string;
  symbol: string;
  type: OrderType;
  side: Side;
  qty: number;
  status: OrderStatus;
  limitPrice?: number;
  stopPrice?: number;
  stopType?: StopType;
  duration?: OrderDuration;
  filledQty?: number;
  avgPrice?: number;
  /** Set on the orders that protect an order or a position. */
  parentId?: string;
  parentType?: ParentType;
  message?: TradeContextMessage;
  updateTime?: number;
}

/** Orders that protect others have a parent; all have one shape here. */
export type Order = PlacedOrder;

/** A holding; `qty: 0` says that it was closed. */
export interface Position {
  id: string;
  symbol: string;
  qty: number;
  side: Side;
  avgPrice: number;
  message?: TradeContextMessage;
}

export interface Execution {
  symbol: string;
  price: number;
  qty: number;
  side: Side;
  time: number;
  commission?: number;
  netAmount?: number;
}

export interface PlaceOrderResult {
  orderId?: string;
}

export interface OrderPreviewSection {
  header?: string;
  rows: { title: string; value: string }[];
}

/** What an order would do; `confirmId` is handed to `placeOrder`. */
export interface OrderPreviewResult {
  sections: OrderPreviewSection[];
  confirmId?: string;
  warnings?: string[];
  errors?: string[];
}

export interface LeverageInfoParams {
  symbol: string;
  orderType: OrderType;
  side: Side;
  customFields?: CustomFields;
}

export interface LeverageSetParams extends LeverageInfoParams {
  leverage: number;
}

export interface LeverageInfo {
  title: string;
  leverage: number;
  min: number;
  max: number;
  step: number;
}

export interface LeverageSetResult {
  leverage: number;
}

export interface LeveragePreviewResult {
  infos?: string[];
  warnings?: string[];
  errors?: string[];
}

export interface TradingQuotes {
  trade?: number;
  size?: number;
  bid?: number;
  bid_size?: number;
  ask?: number;
  ask_size?: number;
  spread?: number;
  isDelayed?: boolean;
  isHalted?: boolean;
}

// The account

/** `Real` 0, `Demo` 1. */
export type ConnectionType = 0 | 1;

export interface AccountMetainfo {
  id: AccountId;
  name: string;
  type?: "live" | "demo";
  currency?: string;
  currencySign?: string;
}

/** A value that tells whoever subscribes when it changes. */
export interface IWatchedValue<T> {
  value(): T;
  setValue(value: T, forceUpdate?: boolean): void;
  subscribe(callback: (value: T) => void, options?: { callWithLast?: boolean }): void;
  unsubscribe(callback?: ((value: T) => void) | null): void;
}

export interface AccountManagerColumn {
  id: string;
  label: string;
  /** Name of the host's formatter. */
  formatter: string;
  dataFields: string[];
  alignment?: "left" | "right";
  notSortable?: boolean;
}

export interface AccountManagerSummaryField {
  text: string;
  wValue: IWatchedValue<number>;
  formatter: string;
  isDefault?: boolean;
}

export interface AccountManagerInfo {
  accountTitle: string;
  summary: AccountManagerSummaryField[];
  orderColumns: AccountManagerColumn[];
  positionColumns?: AccountManagerColumn[];
  historyColumns?: AccountManagerColumn[];
  pages: { id: string; title: string; tables: object[] }[];
}

// Instruments

export interface QuantityRange {
  min: number;
  max: number;
  step: number;
  uiStep?: number;
  default?: number;
}

export interface InstrumentInfo {
  qty: QuantityRange;
  /** Value of one `pipSize` for one unit, in the instrument's currency. */
  pipValue: number;
  pipSize: number;
  minTick: number;
  lotSize?: number;
  type?: string;
  brokerSymbol?: string;
  description: string;
  currency?: string;
  marginRate?: number;
  allowedOrderTypes?: number[];
  allowedDurations?: string[];
}

export interface IsTradableResult {
  tradable: boolean;
  reason?: string;
}

export interface INumberFormatter {
  format(value: number): string;
}

export interface ActionMetaInfo {
  text: string;
  action(): void;
  disabled?: boolean;
}

export interface TradeContext {
  symbol: string;
  displaySymbol: string;
  value: number | null;
  formattedValue: string;
  last: number;
}

export interface DurationMetaInfo {
  name: string;
  value: string;
  hasDatePicker?: boolean;
  hasTimePicker?: boolean;
  default?: boolean;
}

export interface SymbolSpecificTradingOptions {
  allowedDurations?: string[];
  allowedOrderTypes?: number[];
  supportOrderBrackets?: boolean;
  supportPositionBrackets?: boolean;
}

export interface OrderDialogOptions {
  showTotal?: boolean;
  customFields?: object[];
}

// What the library offers the broker

export interface IBrokerConnectionAdapterFactory {
  createWatchedValue<T>(value: T): IWatchedValue<T>;
}

/** The library's side: what the broker tells it. */
export interface IBrokerConnectionAdapterHost {
  factory: IBrokerConnectionAdapterFactory;
  defaultFormatter(symbol: string, alignToMinMove: boolean): Promise<INumberFormatter>;
  defaultContextMenuActions(context: TradeContext, options?: object): Promise<ActionMetaInfo[]>;
  getSymbolMinTick(symbol: string): Promise<number>;
  showNotification(title: string, text: string, type?: NotificationType): void;
  connectionStatusUpdate(
    status: ConnectionStatus,
    info?: { message?: string; disconnectType?: DisconnectType },
  ): void;
  currentAccountUpdate(): void;
  /** Expected within 10 s of every order that was placed, modified or canceled, with its id. */
  orderUpdate(order: Order, isHistoryUpdate?: boolean): void;
  orderPartialUpdate(id: string, changes: Partial<Order>): void;
  /** Expected within 10 s of a close (`qty: 0`), a reversal or a change of brackets. */
  positionUpdate(position: Position, isHistoryUpdate?: boolean): void;
  positionPartialUpdate(id: string, changes: Partial<Position>): void;
  executionUpdate(execution: Execution): void;
  plUpdate(positionId: string, pl: number): void;
  equityUpdate(equity: number): void;
  marginAvailableUpdate(marginAvailable: number): void;
  pipValueUpdate(symbol: string, pipValues: { sellPipValue: number; buyPipValue: number }): void;
  realtimeUpdate(symbol: string, quotes: TradingQuotes): void;
  domUpdate(symbol: string, dom: DOMData): void;
}

// What the broker offers the library

export interface IBrokerAccountInfo {
  accountsMetainfo(): Promise<AccountMetainfo[]>;
  currentAccount(): AccountId;
  setCurrentAccount?(id: AccountId): void;
}

export interface IBrokerCommon extends IBrokerAccountInfo {
  chartContextMenuActions(context: TradeContext, options?: object): Promise<ActionMetaInfo[]>;
  isTradable(symbol: string): Promise<boolean | IsTradableResult>;
  connectionStatus(): ConnectionStatus;
  orders(): Promise<Order[]>;
  ordersHistory?(): Promise<Order[]>;
  positions?(): Promise<Position[]>;
  executions(symbol: string): Promise<Execution[]>;
  symbolInfo(symbol: string): Promise<InstrumentInfo>;
  accountManagerInfo(): AccountManagerInfo;
  formatter?(symbol: string, alignToMinMove: boolean): Promise<INumberFormatter>;
  spreadFormatter?(symbol: string): Promise<INumberFormatter>;
  quantityFormatter?(symbol: string): Promise<INumberFormatter>;
  getOrderDialogOptions?(symbol: string): Promise<OrderDialogOptions | undefined>;
  getPositionDialogOptions?(): OrderDialogOptions | undefined;
  getSymbolSpecificTradingOptions?(
    symbol: string,
  ): Promise<SymbolSpecificTradingOptions | undefined>;
}

export interface IBrokerWithoutRealtime extends IBrokerCommon {
  placeOrder(order: PreOrder, confirmId?: string): Promise<PlaceOrderResult>;
  previewOrder?(order: PreOrder): Promise<OrderPreviewResult>;
  modifyOrder(order: Order, confirmId?: string): Promise<void>;
  cancelOrder(orderId: string): Promise<void>;
  cancelOrders?(symbol: string, side: Side | undefined, ordersIds: string[]): Promise<void>;
  closePosition?(positionId: string, amount?: number, confirmId?: string): Promise<void>;
  reversePosition?(positionId: string): Promise<void>;
  editPositionBrackets?(
    positionId: string,
    brackets: Brackets,
    customFields?: Record<string, unknown>,
  ): Promise<void>;
  leverageInfo?(params: LeverageInfoParams): Promise<LeverageInfo>;
  previewLeverage?(params: LeverageSetParams): Promise<LeveragePreviewResult>;
  setLeverage?(params: LeverageSetParams): Promise<LeverageSetResult>;
  subscribeEquity?(): void;
  unsubscribeEquity?(): void;
  subscribeMarginAvailable?(symbol: string): void;
  unsubscribeMarginAvailable?(symbol: string): void;
  subscribePipValue?(symbol: string): void;
  unsubscribePipValue?(symbol: string): void;
  subscribeDOM?(symbol: string): void;
  unsubscribeDOM?(symbol: string): void;
}

export interface IBrokerTerminal extends IBrokerWithoutRealtime {
  subscribeRealtime(symbol: string): void;
  unsubscribeRealtime(symbol: string): void;
}
