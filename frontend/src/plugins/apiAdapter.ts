/** The REST API in the front end's types. */

import { createTraderClient, type TraderClient } from "@clients/trader-client-generated";
import type {
  Bar,
  DatafeedConfiguration,
  HistoryMetadata,
  LibrarySymbolInfo,
  QuoteData,
  SearchSymbolResultItem,
} from "@public/trading_terminal/charting_library";
import { dataOf } from "./apiAnswer";
import type { FeedFeatures } from "./feedTypes";
import { mapConfiguration, mapHistory, mapQuote, mapSearchResult, mapSymbol } from "./mappers";
import { serverOrigin } from "./serverAddress";

export { ApiError } from "./apiAnswer";

/** What the library asks of a datafeed, and what the feeds behind it offer. */
export type ServerConfiguration = DatafeedConfiguration & FeedFeatures;

export interface SymbolFilter {
  exchange?: string;
  symbolType?: string;
  limit?: number;
}

/** Times in Unix ms; `to` is exclusive and `countBack` wins over `from`. */
export interface HistoryRange {
  from: number;
  to: number;
  countBack?: number;
}

export interface History {
  bars: Bar[];
  meta: HistoryMetadata;
}

/** Every method rejects with an `ApiError`. */
export class ApiAdapter {
  private chosen: TraderClient | undefined;

  /** @param fetch by default the global one */
  constructor(private readonly fetch?: typeof globalThis.fetch) {}

  async configuration(): Promise<ServerConfiguration> {
    return mapConfiguration(await dataOf(this.client.GET("/api/v1/datafeed/config")));
  }

  /** Instruments that match `userInput`; an empty text matches all. */
  async search(
    userInput: string,
    { exchange = "", symbolType = "", limit = 30 }: SymbolFilter = {},
  ): Promise<SearchSymbolResultItem[]> {
    const query = { user_input: userInput, exchange, symbol_type: symbolType, limit };
    const found = await dataOf(this.client.GET("/api/v1/datafeed/search", { params: { query } }));
    return found.map(mapSearchResult);
  }

  async resolve(symbol: string): Promise<LibrarySymbolInfo> {
    const params = { path: { symbol } };
    return mapSymbol(
      await dataOf(this.client.GET("/api/v1/datafeed/resolve/{symbol}", { params })),
    );
  }

  /** Bars ascending by time; the last one may still be open. */
  async bars(symbol: string, resolution: string, range: HistoryRange): Promise<History> {
    const query = {
      symbol,
      resolution,
      from_time: range.from,
      to_time: range.to,
      ...(range.countBack !== undefined && { count_back: range.countBack }),
    };
    return mapHistory(
      await dataOf(this.client.GET("/api/v1/datafeed/bars", { params: { query } })),
    );
  }

  /** One quote a symbol, in the order asked. */
  async quotes(symbols: string[]): Promise<QuoteData[]> {
    const body = { symbols };
    return (await dataOf(this.client.POST("/api/v1/datafeed/quotes", { body }))).map(mapQuote);
  }

  /** The feed's clock in Unix seconds. */
  async serverTime(): Promise<number> {
    return dataOf(this.client.GET("/api/v1/datafeed/time"));
  }

  private get client(): TraderClient {
    return (this.chosen ??= createTraderClient(serverOrigin(), this.fetch));
  }
}

export type ApiAdapterType = Pick<
  ApiAdapter,
  "configuration" | "search" | "resolve" | "bars" | "quotes" | "serverTime"
>;
