import { describe, expect, it } from "vitest";
import type { ApiAdapterType } from "@/plugins/apiAdapter";
import { HandFedStream } from "@/testing/handFedStream";
import type {
  Bar,
  DOMData,
  LibrarySymbolInfo,
  QuoteData,
  ResolutionString,
} from "@public/trading_terminal/charting_library";
import { DatafeedService } from "../datafeedService";
import { TapeService, type DepthUpdate, type Trade } from "../tapeService";
import { TradingViewDatafeed } from "../tradingViewDatafeed";

const BAR: Bar = { time: 60_000, open: 1, high: 1, low: 1, close: 1, volume: 1 };
const AAPL = { name: "AAPL", ticker: "NASDAQ:AAPL" } as LibrarySymbolInfo;
const ONE = "1" as ResolutionString;

function stage(api: Partial<ApiAdapterType> = {}) {
  const ws = { bars: new HandFedStream<Bar>(), quotes: new HandFedStream<QuoteData>() };
  const service = new DatafeedService({ ws, api: api as ApiAdapterType });
  const tape = { trades: new HandFedStream<Trade>(), depth: new HandFedStream<DepthUpdate>() };
  return { ws, tape, datafeed: new TradingViewDatafeed(service, new TapeService(tape)) };
}

const failing = () => Promise.reject(new Error("no such symbol"));

describe("TradingViewDatafeed", () => {
  it("is ready with the server's configuration, or with none", async () => {
    const features = { supports_quotes: true, supports_trades: false, supports_depth: false };
    const configuration = { feed: "x", supports_time: true, ...features };
    const known = stage({ configuration: () => Promise.resolve(configuration) });
    const unknown = stage({ configuration: failing });

    const first = await new Promise((resolve) => known.datafeed.onReady(resolve));
    const second = await new Promise((resolve) => unknown.datafeed.onReady(resolve));

    expect([first, second]).toEqual([configuration, {}]);
  });

  it("finds symbols, and nothing when the search fails", async () => {
    const { datafeed } = stage({ search: failing });

    const found = await new Promise((resolve) => datafeed.searchSymbols("a", "", "", resolve));

    expect(found).toEqual([]);
  });

  it("says why a symbol cannot be resolved", async () => {
    const { datafeed } = stage({ resolve: failing });

    const reason = await new Promise((resolve) =>
      datafeed.resolveSymbol("X", () => resolve("resolved"), resolve),
    );

    expect(reason).toBe("no such symbol");
  });

  it("asks for bars in milliseconds by the symbol's ticker", async () => {
    const asked: unknown[] = [];
    const bars = (...range: unknown[]) => {
      asked.push(range);
      return Promise.resolve({ bars: [BAR], meta: { noData: false } });
    };
    const { datafeed } = stage({ bars });
    const period = { from: 1, to: 2, countBack: 3, firstDataRequest: true };

    const got = await new Promise((resolve, reject) =>
      datafeed.getBars(AAPL, ONE, period, (...answer) => resolve(answer), reject),
    );

    expect(asked).toEqual([["NASDAQ:AAPL", "1", { from: 1000, to: 2000, countBack: 3 }]]);
    expect(got).toEqual([[BAR], { noData: false }]);
  });

  it("[U2] asks for a new cache after a gap and after a replaced state, not at first", () => {
    const { ws, datafeed } = stage();
    const heard: string[] = [];
    const onTick = ({ time }: Bar) => heard.push(String(time));
    datafeed.subscribeBars(AAPL, ONE, onTick, "guid", () => heard.push("reset"));
    const listener = ws.bars.listeners.get("guid");

    listener?.onReplace?.([BAR]);
    listener?.onUpdate({ ...BAR, time: 1 });
    listener?.onGap?.();
    listener?.onReplace?.([{ ...BAR, time: 2 }]);

    expect(heard).toEqual(["60000", "1", "reset", "reset", "2"]);
  });

  it("ends bars and quotes by their listener", () => {
    const { ws, datafeed } = stage();
    datafeed.subscribeBars(
      AAPL,
      ONE,
      () => undefined,
      "guid",
      () => undefined,
    );
    datafeed.subscribeQuotes(["A"], ["B", "A"], () => undefined, "guid");

    datafeed.unsubscribeBars("guid");
    datafeed.unsubscribeQuotes("guid");

    expect(ws.quotes.asked).toEqual([{ symbol: "A" }, { symbol: "B" }]);
    expect([ws.bars.listeners.size, ws.quotes.listeners.size]).toEqual([0, 0]);
  });

  it("[S4] gives a refused quote its reason", async () => {
    const { ws, datafeed } = stage();
    ws.quotes.refusal = new Error("unknown");

    const quotes = await new Promise((resolve) =>
      datafeed.subscribeQuotes(["X"], [], resolve, "guid"),
    );

    expect(quotes).toEqual([{ s: "error", n: "X", v: { error: "unknown" } }]);
  });

  it("gets quotes and the time", async () => {
    const { datafeed } = stage({ quotes: failing, serverTime: () => Promise.resolve(5) });

    const reason = await new Promise((resolve) => datafeed.getQuotes(["A"], resolve, resolve));
    const time = await new Promise((resolve) => datafeed.getServerTime(resolve));

    expect([reason, time]).toEqual(["no such symbol", 5]);
  });

  it("has an answer for marks, though nothing is served", () => {
    const { datafeed } = stage();
    const answers: unknown[] = [];

    datafeed.getMarks(AAPL, 0, 1, (marks) => answers.push(marks));
    datafeed.getTimescaleMarks(AAPL, 0, 1, (marks) => answers.push(marks));

    expect(answers).toEqual([[], []]);
  });

  it("shows an empty book, then the symbol's with both sides ascending, until it is left", () => {
    const { tape, datafeed } = stage();
    const books: DOMData[] = [];
    const id = datafeed.subscribeDepth("AAPL", (book) => books.push(book));
    const [listener] = tape.depth.listeners.values();
    const bids = [8, 9].map((price) => ({ price, size: 1 }));

    listener?.onUpdate({ version: 1, follows: null, time: 1, receivedAt: 1, bids, asks: bids });
    datafeed.unsubscribeDepth(id);

    const levels = [8, 9].map((price) => ({ price, volume: 1 }));
    const empty = { snapshot: true, asks: [], bids: [] };
    expect(books).toEqual([empty, { snapshot: true, asks: levels, bids: levels }]);
    expect([tape.depth.asked, tape.depth.listeners.size]).toEqual([[{ symbol: "AAPL" }], 0]);
    expect(datafeed.subscribeDepth("AAPL", () => undefined)).not.toBe(id);
  });

  it("profiles volume from the finest bars that the symbol offers", () => {
    const { datafeed } = stage();
    const symbol = { supported_resolutions: ["1D", "1"] } as LibrarySymbolInfo;
    const daily = "1D" as ResolutionString;

    expect(datafeed.getVolumeProfileResolutionForPeriod(daily, 0, 86_400, symbol)).toBe("1");
  });
});
