/** The datafeed as the licensed charting library asks for it: times in seconds, callbacks. */

import type {
  Bar,
  DatafeedErrorCallback,
  DOMCallback,
  DOMLevel,
  GetMarksCallback,
  HistoryCallback,
  IBasicDataFeed,
  IDatafeedQuotesApi,
  LibrarySymbolInfo,
  Mark,
  OnReadyCallback,
  PeriodParams,
  QuotesCallback,
  QuotesErrorCallback,
  ResolutionString,
  ResolveCallback,
  SearchSymbolsCallback,
  ServerTimeCallback,
  SubscribeBarsCallback,
  TimescaleMark,
} from "@public/trading_terminal/charting_library";
import { DatafeedService, type SubscriptionHandle } from "./datafeedService";
import { TapeService, type DepthLevel, type OrderBook } from "./tapeService";
import { volumeProfileResolution } from "./volumeProfile";

const MS = 1000;

export class TradingViewDatafeed implements IBasicDataFeed, IDatafeedQuotesApi {
  private lastDepthId = 0;
  private readonly depths = new Map<string, SubscriptionHandle>();

  constructor(
    private readonly service: DatafeedService = new DatafeedService(),
    private readonly tape: Pick<TapeService, "listenBook"> = new TapeService(),
  ) {}

  onReady(callback: OnReadyCallback): void {
    // Without an answer the library would wait for ever: an empty configuration lets it start.
    this.service.getConfiguration().then(callback, () => callback({}));
  }

  searchSymbols(
    userInput: string,
    exchange: string,
    symbolType: string,
    onResult: SearchSymbolsCallback,
  ): void {
    const filter = { exchange, symbolType };
    this.service.searchSymbols(userInput, filter).then(onResult, () => onResult([]));
  }

  resolveSymbol(
    symbolName: string,
    onResolve: ResolveCallback,
    onError: DatafeedErrorCallback,
  ): void {
    this.service.resolveSymbol(symbolName).then(onResolve, failing(onError));
  }

  getBars(
    symbolInfo: LibrarySymbolInfo,
    resolution: ResolutionString,
    { from, to, countBack }: PeriodParams,
    onResult: HistoryCallback,
    onError: DatafeedErrorCallback,
  ): void {
    const range = { from: from * MS, to: to * MS, countBack };
    this.service
      .getBars(symbolOf(symbolInfo), resolution, range)
      .then(({ bars, meta }) => onResult(bars, meta), failing(onError));
  }

  subscribeBars(
    symbolInfo: LibrarySymbolInfo,
    resolution: ResolutionString,
    onTick: SubscribeBarsCallback,
    listenerGuid: string,
    onResetCacheNeededCallback: () => void,
  ): void {
    let joined = false;
    const onReplace = (bars: Bar[]): void => {
      // Whatever replaces the state later says that updates in between were lost.
      if (joined) onResetCacheNeededCallback();
      joined = true;
      bars.forEach(onTick);
    };
    this.service.listenBars(
      symbolOf(symbolInfo),
      resolution,
      { onUpdate: onTick, onReplace, onGap: onResetCacheNeededCallback },
      { listenerId: listenerGuid },
    );
  }

  unsubscribeBars(listenerGuid: string): void {
    this.service.unsubscribeBars(listenerGuid);
  }

  getMarks(
    _symbolInfo: LibrarySymbolInfo,
    _from: number,
    _to: number,
    onDataCallback: GetMarksCallback<Mark>,
  ): void {
    onDataCallback([]);
  }

  getTimescaleMarks(
    _symbolInfo: LibrarySymbolInfo,
    _from: number,
    _to: number,
    onDataCallback: GetMarksCallback<TimescaleMark>,
  ): void {
    onDataCallback([]);
  }

  getServerTime(callback: ServerTimeCallback): void {
    this.service.getServerTime().then(
      callback,
      // The library goes on with this machine's clock when nobody calls.
      () => undefined,
    );
  }

  /** Gives whole books; an empty one at once, which is all there is where the feed has none. */
  subscribeDepth(symbol: string, callback: DOMCallback): string {
    this.lastDepthId += 1;
    const id = `depth-${this.lastDepthId}`;
    callback({ snapshot: true, asks: [], bids: [] });
    const show = ({ asks, bids }: OrderBook): void =>
      callback({ snapshot: true, asks: asks.map(domLevel), bids: bids.map(domLevel).reverse() });
    this.depths.set(id, this.tape.listenBook(symbol, show));
    return id;
  }

  unsubscribeDepth(subscriberUID: string): void {
    void this.depths.get(subscriberUID)?.close();
    this.depths.delete(subscriberUID);
  }

  getVolumeProfileResolutionForPeriod(
    currentResolution: ResolutionString,
    from: number,
    to: number,
    symbolInfo: LibrarySymbolInfo,
  ): ResolutionString {
    const offered = symbolInfo.supported_resolutions ?? [];
    return volumeProfileResolution(currentResolution, offered, to - from);
  }

  getQuotes(
    symbols: string[],
    onDataCallback: QuotesCallback,
    onErrorCallback: QuotesErrorCallback,
  ): void {
    this.service.getQuotes(symbols).then(onDataCallback, failing(onErrorCallback));
  }

  subscribeQuotes(
    symbols: string[],
    fastSymbols: string[],
    onRealtimeCallback: QuotesCallback,
    listenerGUID: string,
  ): void {
    this.service.subscribeQuotes(listenerGUID, [...symbols, ...fastSymbols], onRealtimeCallback);
  }

  unsubscribeQuotes(listenerGUID: string): void {
    this.service.unsubscribeQuotes(listenerGUID);
  }
}

function domLevel({ price, size }: DepthLevel): DOMLevel {
  return { price, volume: size };
}

function symbolOf({ ticker, name }: LibrarySymbolInfo): string {
  return ticker ?? name;
}

function failing(onError: (reason: string) => void): (error: unknown) => void {
  return (error) => onError(error instanceof Error ? error.message : String(error));
}
