/** The screen's feed over the real services. */

import {
  DatafeedService,
  type MarketFreshness,
  type StreamListener,
  type TopicStatus,
} from "@/services/datafeedService";
import { readTopics, retryConnection, watchConnection } from "@/services/streamConnection";
import type { Bar, QuoteData } from "@public/trading_terminal/charting_library";
import type {
  HistoryRange,
  LinkStatus,
  MarketFeed,
  OnQuote,
  StreamEvents,
  StreamState,
} from "./marketFeed";

/** Further than any clock is wrong: an end that leaves out no bar, not even of a replayed future. */
const FAR_AHEAD_MS = 366 * 86_400_000;

/** Where the connection is watched and hurried; tests bring their own. */
export interface Connection {
  watch: typeof watchConnection;
  retry: typeof retryConnection;
  topics: typeof readTopics;
}

const REAL: Connection = { watch: watchConnection, retry: retryConnection, topics: readTopics };

export class ServiceMarketFeed implements MarketFeed {
  constructor(
    private readonly _service: DatafeedService = new DatafeedService(),
    private readonly _connection: Connection = REAL,
    private readonly _now: () => number = Date.now,
  ) {}

  async source() {
    const { feed } = await this._service.getConfiguration();
    return feed;
  }

  search(userInput: string, limit: number) {
    return this._service.searchSymbols(userInput, { limit });
  }

  resolve(symbol: string) {
    return this._service.resolveSymbol(symbol);
  }

  async history(symbol: string, resolution: string, { before, count }: HistoryRange) {
    const to = before ?? this._now() + FAR_AHEAD_MS;
    const range = { from: 0, to, countBack: count };
    const { bars, meta } = await this._service.getBars(symbol, resolution, range);
    return { bars, noData: meta.noData === true };
  }

  streamBars(symbol: string, resolution: string, onBar: (bar: Bar) => void, events: StreamEvents) {
    const listener = listenerOf(onBar, events);
    const handle = this._service.listenBars(symbol, resolution, listener);
    return () => void handle.close();
  }

  readBars(symbol: string, resolution: string) {
    const asked = { symbol, resolution };
    const isAsked = (params: object): boolean =>
      Object.entries(asked).every(([name, value]) => Reflect.get(params, name) === value);
    const topics = this._connection.topics();
    return topics.find(({ route, params }) => route === "bars" && isAsked(params)) ?? null;
  }

  streamQuotes(symbol: string, onQuote: OnQuote, events: StreamEvents) {
    const take = (quote: QuoteData, isTick: boolean): void => {
      if (quote.s === "ok") onQuote(quote.v, isTick);
    };
    const handle = this._service.listenQuote(symbol, listenerOf(take, events));
    return () => void handle.close();
  }

  streamFreshness(symbol: string, onFreshness: (told: MarketFreshness) => void) {
    const handle = this._service.listenFreshness(symbol, listenerOf(onFreshness, {}));
    return () => void handle?.close();
  }

  watchLink(listener: (status: LinkStatus) => void): () => void {
    return this._connection.watch(listener);
  }

  reconnect(): void {
    this._connection.retry();
  }

  async libraryDatafeed() {
    const { TradingViewDatafeed } = await import("@/services/tradingViewDatafeed");
    return new TradingViewDatafeed(this._service);
  }
}

function listenerOf<T>(
  onValue: (value: T, isTick: boolean) => void,
  events: StreamEvents,
): StreamListener<T> {
  let joined = false;
  return {
    onUpdate: (value) => onValue(value, true),
    onReplace: (values) => {
      values.forEach((value) => onValue(value, false));
      // The first state opens the stream; a later one says that updates in between were lost.
      if (joined) events.onReset?.();
      joined = true;
    },
    onGap: () => events.onReset?.(),
    onStatus: (status) => events.onState?.(stateOf(status)),
  };
}

/** What will not come back by itself has ended, whatever the topic still holds. */
function wordOf(state: TopicStatus["state"], reason: TopicStatus["reason"]): StreamState["state"] {
  if (state === "connecting" || state === "offline") return "waiting";
  return state === "stale" && reason?.temporary === false ? "ended" : state;
}

function stateOf({ state, reason }: TopicStatus): StreamState {
  return {
    state: wordOf(state, reason),
    code: reason?.code ?? null,
    message: reason?.message ?? null,
  };
}
