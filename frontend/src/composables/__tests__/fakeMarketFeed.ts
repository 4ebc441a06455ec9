import type {
  Bar,
  DatafeedQuoteValues,
  LibrarySymbolInfo,
  SearchSymbolResultItem,
} from "@public/trading_terminal/charting_library";
import type {
  HistoryRange,
  LinkStatus,
  MarketFeed,
  MarketFreshness,
  OnQuote,
  StreamEvents,
  StreamReading,
} from "../marketFeed";

export const bar = (time: number, close = 2): Bar => ({ time, open: 1, high: 9, low: 1, close });

export const liveLink: LinkStatus = {
  state: "live",
  reason: null,
  retryAt: null,
  lagMs: 12,
  contract: 1,
  outdated: false,
  topics: 2,
  skipped: 0,
  rejected: 0,
};

export function instrumentOf(name: string, resolutions = ["1", "5", "1D"]): LibrarySymbolInfo {
  return {
    name,
    description: `${name} Inc.`,
    type: "stock",
    session: "24x7",
    exchange: "NASDAQ",
    listed_exchange: "NASDAQ",
    timezone: "America/New_York",
    format: "price",
    pricescale: 100,
    minmov: 1,
    supported_resolutions: resolutions as NonNullable<LibrarySymbolInfo["supported_resolutions"]>,
    data_status: "streaming",
  };
}

export interface FakeStream<T> {
  name: string;
  on: (value: T) => void;
  events: StreamEvents;
  ended: boolean;
}

/** A question that the test answers when it likes. */
export interface Asked<T> {
  name: string;
  answer: (value: T) => void;
  fail: (error: Error) => void;
}

/** A feed in the test's hand: nothing happens unless the test says so. */
export class FakeMarketFeed implements MarketFeed {
  readonly barStreams: FakeStream<Bar>[] = [];
  readonly quoteStreams: FakeStream<DatafeedQuoteValues>[] = [];
  readonly freshnessStreams: FakeStream<MarketFreshness>[] = [];
  readonly resolves: Asked<LibrarySymbolInfo>[] = [];
  readonly searches: Asked<SearchSymbolResultItem[]>[] = [];
  readonly histories: (Asked<{ bars: Bar[]; noData: boolean }> & { range: HistoryRange })[] = [];
  reconnects = 0;
  reading: StreamReading | null = null;
  private _tell: (status: LinkStatus) => void = () => undefined;

  readonly sources: Asked<string>[] = [];

  source(): Promise<string> {
    return ask(this.sources, { name: "source" });
  }

  search(userInput: string): Promise<SearchSymbolResultItem[]> {
    return ask(this.searches, { name: userInput });
  }

  resolve(symbol: string): Promise<LibrarySymbolInfo> {
    return ask(this.resolves, { name: symbol });
  }

  history(symbol: string, resolution: string, range: HistoryRange) {
    return ask(this.histories, { name: `${symbol} ${resolution}`, range });
  }

  streamBars(symbol: string, resolution: string, on: (bar: Bar) => void, events: StreamEvents) {
    return stream(this.barStreams, { name: `${symbol} ${resolution}`, on, events, ended: false });
  }

  readBars(): StreamReading | null {
    return this.reading;
  }

  streamQuotes(symbol: string, onQuote: OnQuote, events: StreamEvents) {
    const on = (quote: DatafeedQuoteValues): void => onQuote(quote, true);
    return stream(this.quoteStreams, { name: symbol, on, events, ended: false });
  }

  streamFreshness(symbol: string, on: (told: MarketFreshness) => void) {
    return stream(this.freshnessStreams, { name: symbol, on, events: {}, ended: false });
  }

  watchLink(listener: (status: LinkStatus) => void): () => void {
    this._tell = listener;
    listener({ ...liveLink, state: "connecting", lagMs: null });
    return () => (this._tell = () => undefined);
  }

  tellLink(status: Partial<LinkStatus>): void {
    this._tell({ ...liveLink, ...status });
  }

  reconnect(): void {
    this.reconnects += 1;
  }

  libraryDatafeed(): Promise<never> {
    return Promise.reject(new Error("this fake has no licensed library"));
  }
}

function ask<T, Q extends { name: string }>(asked: (Asked<T> & Q)[], question: Q): Promise<T> {
  return new Promise((answer, fail) => asked.push({ ...question, answer, fail }));
}

function stream<T>(streams: FakeStream<T>[], made: FakeStream<T>): () => void {
  streams.push(made);
  return () => {
    made.ended = true;
  };
}
