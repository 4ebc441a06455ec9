import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RecordingHost } from "@/testing/recordingHost";
import { DEMO_SYMBOL, OfflineDemo } from "../offlineDemo";

let demo: OfflineDemo;
let now = 5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval"] });
  demo = new OfflineDemo(() => now);
});
afterEach(() => {
  demo.close();
  vi.useRealTimers();
});

describe("the offline demo", () => {
  it("streams bars and quotes of its symbol as time goes on", async () => {
    const closes: number[] = [];
    demo.datafeed.subscribeBars("a", DEMO_SYMBOL, "1", (bar) => closes.push(bar.time));
    for (let second = 0; second < 3; second += 1) {
      now += 60_000;
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(new Set(closes).size).toBe(3);
  });

  it("says what it is, and that nothing else is there", async () => {
    const { feed, supports_depth } = await demo.datafeed.getConfiguration();
    expect([feed, supports_depth]).toEqual(["offline demo", false]);
    expect(await demo.datafeed.searchSymbols("")).toHaveLength(1);
  });

  it("fills an order at its own price", async () => {
    const host = new RecordingHost();
    const broker = demo.brokerFor(host);
    await broker.placeOrder({ symbol: DEMO_SYMBOL, type: 2, side: 1, qty: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    const [quote] = await demo.datafeed.getQuotes([DEMO_SYMBOL]);
    const ask = quote?.s === "ok" ? quote.v.ask : undefined;
    expect(host.executions.map(({ price }) => price)).toEqual([ask]);
    broker.destroy();
  });
});
