import { describe, expect, it, vi } from "vitest";
import { DatafeedService, type StreamListener } from "@/services/datafeedService";
import type { TopicReading } from "@/services/streamConnection";
import type {
  Bar,
  LibrarySymbolInfo,
  QuoteData,
  ResolutionString,
} from "@public/trading_terminal/charting_library";
import type { StreamState } from "../marketFeed";
import { ServiceMarketFeed } from "../serviceMarketFeed";
import { bar } from "./fakeMarketFeed";

const NOW = Date.UTC(2026, 10, 23);

/** A stream whose listener the test speaks to. */
class FakeStream<T> {
  listeners: StreamListener<T>[] = [];
  closed = 0;

  listen(_params: object, listener: StreamListener<T>) {
    this.listeners.push(listener);
    const close = () => Promise.resolve(void (this.closed += 1));
    return {
      listenerId: "x",
      ready: Promise.resolve(""),
      status: { state: "live" } as const,
      close,
      refresh: () => undefined,
    };
  }

  subscribe = () => Promise.resolve("");
  unsubscribe = () => Promise.resolve();
}

/** What the page holds beside what is asked for. */
const TOPICS: Partial<TopicReading>[] = [
  { route: "other", params: { symbol: "AAPL", resolution: "1" } },
  { route: "bars", params: { symbol: "MSFT", resolution: "1" } },
  { route: "bars", params: { symbol: "AAPL", resolution: "1" }, lastUpdateAt: 7 },
];

function given() {
  const bars = new FakeStream<Bar>();
  const quotes = new FakeStream<QuoteData>();
  const ranges: unknown[] = [];
  const api = {
    bars: (_symbol: string, _resolution: string, range: unknown) => {
      ranges.push(range);
      return Promise.resolve({ bars: [bar(60)], meta: { noData: true } });
    },
  };
  const service = new DatafeedService({ ws: { bars, quotes }, api: api as never });
  const topics = () => TOPICS as TopicReading[];
  const connection = { watch: () => () => undefined, retry: () => undefined, topics };
  return { bars, quotes, ranges, feed: new ServiceMarketFeed(service, connection, () => NOW) };
}

function whenStreaming() {
  const { bars, feed } = given();
  const seen: number[] = [];
  const states: StreamState[] = [];
  let resets = 0;
  const stop = feed.streamBars("AAPL", "1", ({ time }) => seen.push(time), {
    onReset: () => (resets += 1),
    onState: (state) => states.push(state),
  });
  return { bars, listener: bars.listeners[0], seen, states, stop, resets: () => resets };
}

describe("bars from the service", () => {
  it("come from the first state and the updates after it, without a reset", () => {
    const { listener, seen, resets } = whenStreaming();
    listener?.onReplace?.([bar(60)]);
    listener?.onUpdate(bar(120));
    expect([seen, resets()]).toEqual([[60, 120], 0]);
  });

  it("ask for the history again when a later state replaces, or a gap is told", () => {
    const { listener, seen, resets } = whenStreaming();
    listener?.onReplace?.([bar(60)]);
    listener?.onReplace?.([bar(300)]);
    listener?.onGap?.();
    expect([seen, resets()]).toEqual([[60, 300], 2]);
  });

  it("tell how the stream fares, a lost socket being the link's affair", () => {
    const { listener, states } = whenStreaming();
    const reason = { code: "unknown_symbol", message: "no X", temporary: false };
    listener?.onStatus?.({ state: "offline" });
    listener?.onStatus?.({ state: "failed", reason });
    expect(states).toEqual([
      { state: "waiting", code: null, message: null },
      { state: "failed", code: "unknown_symbol", message: "no X" },
    ]);
  });

  it("have ended when the server says that no tick will follow", () => {
    const { listener, states } = whenStreaming();
    const reason = { code: "replay_ended", message: "the file is at its end", temporary: false };
    listener?.onStatus?.({ state: "stale", reason });
    listener?.onStatus?.({ state: "stale", reason: { ...reason, temporary: true } });
    expect(states.map(({ state }) => state)).toEqual(["ended", "stale"]);
  });

  it("end when the screen leaves them", () => {
    const { bars, stop } = whenStreaming();
    stop();
    expect(bars.closed).toBe(1);
  });
});

describe("what has come of bars", () => {
  it("is read from the topic that carries them", () => {
    const { feed } = given();

    expect(feed.readBars("AAPL", "1")?.lastUpdateAt).toBe(7);
    expect(feed.readBars("AAPL", "5")).toBeNull();
  });
});

describe("quotes from the service", () => {
  it("are the values, and whether they are news; an error has none", () => {
    const { quotes, feed } = given();
    const seen: [number | undefined, boolean][] = [];
    feed.streamQuotes("AAPL", ({ lp }, isTick) => seen.push([lp, isTick]), {});
    quotes.listeners[0]?.onReplace?.([{ s: "ok", n: "AAPL", v: { lp: 186 } }]);
    quotes.listeners[0]?.onUpdate({ s: "ok", n: "AAPL", v: { lp: 187 } });
    quotes.listeners[0]?.onUpdate({ s: "error", n: "AAPL", v: { error: "gone" } });
    expect(seen).toEqual([
      [186, false],
      [187, true],
    ]);
  });
});

describe("history from the service", () => {
  it("is counted back from the bar that the chart has, or from beyond now", async () => {
    const { feed, ranges } = given();
    await feed.history("AAPL", "1", { before: 60, count: 1000 });
    const page = await feed.history("AAPL", "1", { before: null, count: 500 });
    expect(ranges[0]).toEqual({ from: 0, to: 60, countBack: 1000 });
    expect((ranges[1] as { to: number }).to).toBeGreaterThan(NOW);
    expect(page).toEqual({ bars: [bar(60)], noData: true });
  });
});

describe("requests of the feed", () => {
  it("go to the server in the service's words", async () => {
    const asked: unknown[][] = [];
    const answering =
      (answer: unknown) =>
      (...args: unknown[]) => {
        asked.push(args);
        return Promise.resolve(answer);
      };
    const api = {
      configuration: answering({ feed: "replay" }),
      search: answering([]),
      resolve: answering({ name: "A" }),
    };
    const feed = new ServiceMarketFeed(new DatafeedService({ ws: {} as never, api: api as never }));

    const answers = [await feed.source(), await feed.search("a", 3), await feed.resolve("A")];

    expect(answers).toEqual(["replay", [], { name: "A" }]);
    expect(asked).toEqual([[], ["a", { limit: 3 }], ["A"]]);
  });

  it("watch and hurry the one connection", () => {
    const retry = vi.fn();
    const stop = () => undefined;
    const watch = vi.fn(() => stop);
    const service = new DatafeedService({ ws: {} as never });
    const feed = new ServiceMarketFeed(service, { watch, retry, topics: () => [] });
    const listener = () => undefined;

    const end = feed.watchLink(listener);
    feed.reconnect();

    expect([end, watch.mock.calls, retry.mock.calls]).toEqual([stop, [[listener]], [[]]]);
  });

  it("give the licensed library the same data", async () => {
    const { feed, ranges } = given();
    const period = { from: 1, to: 2, countBack: 3, firstDataRequest: true };

    const library = await feed.libraryDatafeed();
    const symbol = { name: "AAPL" } as LibrarySymbolInfo;
    const bars = await new Promise((resolve, reject) =>
      library.getBars(symbol, "1" as ResolutionString, period, resolve, reject),
    );

    expect([bars, ranges]).toEqual([[bar(60)], [{ from: 1000, to: 2000, countBack: 3 }]]);
  });
});
