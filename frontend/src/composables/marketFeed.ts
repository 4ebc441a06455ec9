/** What the screen asks of the services; tests bring a fake of it. */

import { inject, type InjectionKey } from "vue";
import type { MarketFreshness } from "@/services/datafeedService";
import type {
  Bar,
  DatafeedQuoteValues,
  IBasicDataFeed,
  IDatafeedQuotesApi,
  LibrarySymbolInfo,
  SearchSymbolResultItem,
} from "@public/trading_terminal/charting_library";

/** How one stream fares; the last two are final until somebody asks again. */
export interface StreamState {
  state: "waiting" | "live" | "stale" | "ended" | "failed";
  code: string | null;
  message: string | null;
}

/** What happens to a stream beside its values. */
export interface StreamEvents {
  /** Values were missed or replaced: what history gave before no longer holds. */
  onReset?: () => void;
  onState?: (state: StreamState) => void;
}

/** What has come of one stream so far. */
export interface StreamReading {
  /** Unix ms of this machine; null before the first update. */
  lastUpdateAt: number | null;
  /** How old updates were when they came, in ms: the newest, and of the newest hundred. */
  lag: { newest: number; p50: number; p99: number } | null;
}

/** The one socket behind all streams. */
export interface LinkStatus {
  /** `demo`: there is no server behind the page, on purpose. */
  state: "connecting" | "live" | "offline" | "closed" | "demo";
  /** Why it is not live, in words. */
  reason: string | null;
  /** Unix ms of the next attempt. */
  retryAt: number | null;
  /** From the server's publishing to this page, corrected by the clocks' offset. */
  lagMs: number | null;
  contract: number | null;
  /** The server speaks a newer contract than this page. */
  outdated: boolean;
  topics: number;
  skipped: number;
  rejected: number;
}

/** Before anything is known of the socket. */
export const NO_LINK: LinkStatus = {
  state: "connecting",
  reason: null,
  retryAt: null,
  lagMs: null,
  contract: null,
  outdated: false,
  topics: 0,
  skipped: 0,
  rejected: 0,
};

export type { MarketFreshness };

export interface HistoryRange {
  /** Unix ms, exclusive; null: up to the newest bar. */
  before: number | null;
  count: number;
}

/** `isTick` says that it came now; else it is what the server had, of unknown age. */
export type OnQuote = (quote: DatafeedQuoteValues, isTick: boolean) => void;

export interface MarketFeed {
  /** Where the market comes from: `simulated`, `replay` or a vendor's name. */
  source(): Promise<string>;
  search(userInput: string, limit: number): Promise<SearchSymbolResultItem[]>;
  resolve(symbol: string): Promise<LibrarySymbolInfo>;
  /** Ascending bars; `noData` says that nothing older exists. */
  history(
    symbol: string,
    resolution: string,
    range: HistoryRange,
  ): Promise<{ bars: Bar[]; noData: boolean }>;
  /** Return the function that ends the subscription. */
  streamBars(
    symbol: string,
    resolution: string,
    onBar: (bar: Bar) => void,
    events: StreamEvents,
  ): () => void;
  /** What has come of those bars; null while nobody streams them. */
  readBars(symbol: string, resolution: string): StreamReading | null;
  streamQuotes(symbol: string, onQuote: OnQuote, events: StreamEvents): () => void;
  /** How fresh the symbol is; never called for one that nothing streams. */
  streamFreshness(symbol: string, onFreshness: (told: MarketFreshness) => void): () => void;
  /** Call at once and at each change; return the function that ends it. */
  watchLink(listener: (status: LinkStatus) => void): () => void;
  /** Try to connect now, not at the end of the pause. */
  reconnect(): void;
  /** The same data as the licensed chart library asks for it. */
  libraryDatafeed(): Promise<IBasicDataFeed & IDatafeedQuotesApi>;
}

export const marketFeedKey: InjectionKey<MarketFeed> = Symbol("market feed");

export function useMarketFeed(): MarketFeed {
  const feed = inject(marketFeedKey);
  if (!feed) throw new Error("no market feed was provided to this component");
  return feed;
}
