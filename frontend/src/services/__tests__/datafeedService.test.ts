import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApiAdapterType } from "@/plugins/apiAdapter";
import type { StreamedBar } from "@/plugins/tapeTypes";
import { HandFedStream } from "@/testing/handFedStream";
import type { Bar, QuoteData } from "@public/trading_terminal/charting_library";
import { DatafeedService, SubscriptionError } from "../datafeedService";

const BAR: Bar = { time: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
const quote = (n: string): QuoteData => ({ s: "error", n, v: { error: "closed" } });
const refused = (code: string) => new SubscriptionError({ code, message: code, temporary: false });

function given(api: Partial<ApiAdapterType> = {}) {
  const ws = { bars: new HandFedStream<StreamedBar>(), quotes: new HandFedStream<QuoteData>() };
  return { ws, service: new DatafeedService({ ws, api: api as ApiAdapterType }) };
}

/** Errors that the page's own handler would show. */
function shownErrors(): unknown[] {
  const shown: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => shown.push(error));
  return shown;
}

afterEach(() => void vi.unstubAllGlobals());

describe("DatafeedService", () => {
  it("streams the bars of a symbol until its listener leaves", () => {
    const { ws, service } = given();
    const heard: Bar[] = [];
    service.subscribeBars("one", "AAPL", "1", (bar) => heard.push(bar));
    ws.bars.listeners.get("one")?.onUpdate(BAR);

    service.unsubscribeBars("one");

    expect([ws.bars.asked, heard]).toEqual([[{ symbol: "AAPL", resolution: "1" }], [BAR]]);
    expect(ws.bars.listeners.size).toBe(0);
  });

  it("[U2] makes a gap of a corrected bar, for what was drawn of the past no longer holds", () => {
    const { ws, service } = given();
    const heard: unknown[] = [];
    const note = (word: string) => () => heard.push(word);
    service.listenBars("AAPL", "1", {
      onUpdate: (bar) => heard.push(bar.time),
      onGap: note("gap"),
      onStatus: note("status"),
    });
    const [listener] = ws.bars.listeners.values();

    listener?.onUpdate({ ...BAR, time: 60_000 });
    listener?.onUpdate({ ...BAR, correction: true });
    listener?.onGap?.();
    listener?.onStatus?.({ state: "live" });

    expect(heard).toEqual([60_000, "gap", "gap", "status"]);
    expect(listener).not.toHaveProperty("onReplace");
  });

  it("keeps a corrected bar from who shows the newest alone", () => {
    const { ws, service } = given();
    const heard: Bar[] = [];
    service.subscribeBars("one", "AAPL", "1", (bar) => heard.push(bar));

    ws.bars.listeners.get("one")?.onUpdate({ ...BAR, correction: true });

    expect(heard).toEqual([]);
  });

  it("[S4] shows why bars are refused, and is silent about an end that was asked for", async () => {
    const { ws, service } = given();
    const shown = shownErrors();
    for (const code of ["cancelled", "unknown_symbol"]) {
      ws.bars.refusal = refused(code);
      service.subscribeBars("one", "X", "1", () => undefined);
    }

    await vi.waitFor(() => expect(shown).toEqual([refused("unknown_symbol")]));
  });

  it("[T4] streams a watchlist, one topic a symbol, each once", () => {
    const { ws, service } = given();
    const heard: string[] = [];
    service.subscribeQuotes("one", ["A", "B", "A"], ([each]) => heard.push(each?.n ?? ""));

    ws.quotes.listeners.get("one")?.onUpdate(quote("B"));
    service.unsubscribeQuotes("one");

    expect([ws.quotes.asked, heard]).toEqual([[{ symbol: "A" }, { symbol: "B" }], ["B"]]);
    expect(ws.quotes.listeners.size).toBe(0);
  });

  it("[S4] tells of a refused quote in its place, not of one that was ended", async () => {
    const { ws, service } = given();
    const heard: QuoteData[] = [];
    for (const reason of [refused("cancelled"), "odd"]) {
      ws.quotes.refusal = reason as Error;
      service.subscribeQuotes("one", ["X"], (quotes) => heard.push(...quotes));
    }

    await vi.waitFor(() => expect(heard).toEqual([{ s: "error", n: "X", v: { error: "odd" } }]));
  });

  it("hands on everything that a listener wants to know", () => {
    const { ws, service } = given();
    const listener = { onUpdate: () => undefined, onGap: () => undefined };

    service.listenBars("AAPL", "5", listener, { listenerId: "bars" });
    void service.listenQuote("AAPL", listener, { listenerId: "quote" }).close();

    expect([...ws.bars.listeners.keys()]).toEqual(["bars"]);
    expect([ws.quotes.asked, ws.quotes.listeners.size]).toEqual([[{ symbol: "AAPL" }], 0]);
  });

  it("asks the server for all that is no stream", async () => {
    const asked: unknown[][] = [];
    const noting =
      (name: string) =>
      (...args: unknown[]) => {
        asked.push([name, ...args]);
        return Promise.resolve();
      };
    const names = ["configuration", "search", "resolve", "bars", "quotes", "serverTime"];
    const { service } = given(Object.fromEntries(names.map((name) => [name, noting(name)])));
    const range = { from: 0, to: 1 };

    await Promise.all([service.getConfiguration(), service.searchSymbols("a", { limit: 1 })]);
    await Promise.all([service.resolveSymbol("A"), service.getBars("A", "1", range)]);
    await Promise.all([service.getQuotes(["A"]), service.getServerTime()]);

    expect(asked).toEqual([
      ["configuration"],
      ["search", "a", { limit: 1 }],
      ["resolve", "A"],
      ["bars", "A", "1", range],
      ["quotes", ["A"]],
      ["serverTime"],
    ]);
  });
});
