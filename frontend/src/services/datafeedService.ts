/** Market data for the screen: history and search by request, bars and quotes as streams. */

import {
  ApiAdapter,
  type ApiAdapterType,
  type ServerConfiguration,
  type SymbolFilter,
} from "@/plugins/apiAdapter";
import { reportStray } from "@/plugins/browserEnvironment";
import type { MarketFreshness } from "@/plugins/marketFreshness";
import { WsAdapter, type WsAdapterType } from "@/plugins/wsAdapter";
import type { StreamedBar } from "@/plugins/tapeTypes";
import {
  SubscriptionError,
  type ListenOptions,
  type StreamListener,
  type SubscriptionHandle,
} from "@/plugins/wsStream";
import type {
  Bar,
  HistoryMetadata,
  LibrarySymbolInfo,
  QuoteData,
  SearchSymbolResultItem,
} from "@public/trading_terminal/charting_library";

export { ApiError } from "@/plugins/apiAdapter";
export { SubscriptionError } from "@/plugins/wsStream";
export type { MarketFreshness } from "@/plugins/marketFreshness";
export type {
  ListenOptions,
  StreamListener,
  SubscriptionHandle,
  TopicStatus,
} from "@/plugins/wsStream";

/** Unix ms; `to` is exclusive, and `countBack` (at most 10,000) wins over `from`. */
export interface BarsRange {
  from: number;
  to: number;
  countBack?: number;
}

export interface BarsPage {
  /** Ascending by time; the last one may still be open. */
  bars: Bar[];
  meta: HistoryMetadata;
}

type DatafeedStreams = Pick<WsAdapterType, "bars" | "quotes"> &
  Partial<Pick<WsAdapterType, "market-status">>;

/** Where the data comes from: by default the server, in tests and offline a `WsFallback`. */
export interface DatafeedSources {
  ws?: DatafeedStreams;
  api?: ApiAdapterType;
}

export class DatafeedService {
  private readonly _wsAdapter: DatafeedStreams;
  private readonly _api: ApiAdapterType;

  constructor({ ws = new WsAdapter(), api = new ApiAdapter() }: DatafeedSources = {}) {
    this._wsAdapter = ws;
    this._api = api;
  }

  /**
   * Calls `callback` with the newest bar and each change of it, until unsubscribed. Whoever shows
   * the past too listens by `listenBars`, which tells that a closed bar was corrected.
   */
  subscribeBars(
    listenerGuid: string,
    symbol: string,
    resolution: string,
    callback: (bar: Bar) => void,
  ): void {
    this._wsAdapter.bars
      .subscribe(listenerGuid, { symbol, resolution }, withoutCorrections(callback))
      .catch(reportRefusal);
  }

  unsubscribeBars(listenerGuid: string): void {
    void this._wsAdapter.bars.unsubscribe(listenerGuid);
  }

  /**
   * As `subscribeBars`, with everything there is to know of the stream. A corrected bar of the past
   * is a gap: what was read from history must be read again.
   */
  listenBars(
    symbol: string,
    resolution: string,
    listener: StreamListener<Bar>,
    options?: ListenOptions,
  ): SubscriptionHandle {
    const onUpdate = withoutCorrections(listener.onUpdate.bind(listener), () => listener.onGap?.());
    const onReplace = listener.onReplace?.bind(listener);
    const corrected: StreamListener<StreamedBar> = {
      onUpdate,
      ...(onReplace && { onReplace }),
      onGap: () => listener.onGap?.(),
      onStatus: (status) => listener.onStatus?.(status),
    };
    return this._wsAdapter.bars.listen({ symbol, resolution }, corrected, options);
  }

  /** Calls `callback` with each change of each symbol's quote, or its error, until unsubscribed. */
  subscribeQuotes(
    listenerGuid: string,
    symbols: readonly string[],
    callback: (quotes: QuoteData[]) => void,
  ): void {
    for (const symbol of new Set(symbols)) {
      this._wsAdapter.quotes
        .subscribe(listenerGuid, { symbol }, (quote) => callback([quote]))
        .catch((error: unknown) => {
          if (isCancelled(error)) return;
          callback([{ s: "error", n: symbol, v: { error: messageOf(error) } }]);
        });
    }
  }

  unsubscribeQuotes(listenerGuid: string): void {
    void this._wsAdapter.quotes.unsubscribe(listenerGuid);
  }

  /** The quote of one symbol, with everything there is to know of the stream. */
  listenQuote(
    symbol: string,
    listener: StreamListener<QuoteData>,
    options?: ListenOptions,
  ): SubscriptionHandle {
    return this._wsAdapter.quotes.listen({ symbol }, listener, options);
  }

  /** How fresh one symbol is, now and at each change; nothing where no server says it. */
  listenFreshness(
    symbol: string,
    listener: StreamListener<MarketFreshness>,
  ): SubscriptionHandle | undefined {
    return this._wsAdapter["market-status"]?.listen({ symbol }, listener);
  }

  /** What the server can do. Rejects, as all that follow, with an `ApiError`. */
  getConfiguration(): Promise<ServerConfiguration> {
    return this._api.configuration();
  }

  /** Instruments that match; an empty text lists all, 30 by default. */
  searchSymbols(userInput: string, filter?: SymbolFilter): Promise<SearchSymbolResultItem[]> {
    return this._api.search(userInput, filter);
  }

  resolveSymbol(symbol: string): Promise<LibrarySymbolInfo> {
    return this._api.resolve(symbol);
  }

  getBars(symbol: string, resolution: string, range: BarsRange): Promise<BarsPage> {
    return this._api.bars(symbol, resolution, range);
  }

  /** One quote a symbol, in the order asked; an unknown symbol has an error in its place. */
  getQuotes(symbols: string[]): Promise<QuoteData[]> {
    return this._api.quotes(symbols);
  }

  /** The feed's clock in Unix seconds. */
  getServerTime(): Promise<number> {
    return this._api.serverTime();
  }
}

function withoutCorrections(
  onBar: (bar: Bar) => void,
  onCorrection: () => void = () => undefined,
): (bar: StreamedBar) => void {
  return (bar) => (bar.correction ? onCorrection() : onBar(bar));
}

function reportRefusal(error: unknown): void {
  if (!isCancelled(error)) reportStray(error);
}

function isCancelled(error: unknown): boolean {
  return error instanceof SubscriptionError && error.code === "cancelled";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
