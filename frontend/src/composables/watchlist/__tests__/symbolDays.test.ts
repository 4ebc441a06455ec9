import { describe, expect, it } from "vitest";
import { FakeMarketFeed } from "@/composables/__tests__/fakeMarketFeed";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import { SymbolDays } from "../symbolDays";

const HOUR_MS = 3_600_000;
const symbol = (...supported_resolutions: string[]) =>
  ({ name: "AAPL", supported_resolutions }) as unknown as LibrarySymbolInfo;
const bar = (time: number, close: number) => ({ time, open: 1, high: 9, low: 1, close });
const turn = () => new Promise((done) => setTimeout(done, 0));

describe("the days of symbols", () => {
  it("are the closes of the newest 24 hours that have bars", async () => {
    const feed = new FakeMarketFeed();
    const asked = new SymbolDays(feed).read("AAPL");
    feed.resolves[0]?.answer(symbol("1", "15", "60"));
    await turn();
    expect(feed.histories[0]?.name).toBe("AAPL 15");
    const bars = [bar(0, 1), bar(30 * HOUR_MS, 2), bar(31 * HOUR_MS, 3)];
    feed.histories[0]?.answer({ bars, noData: false });
    expect((await asked).closes).toEqual([2, 3]);
  });

  it("are a month of daily bars where there is nothing finer", async () => {
    const feed = new FakeMarketFeed();
    const asked = new SymbolDays(feed).read("AAPL");
    feed.resolves[0]?.answer(symbol("1D", "1W"));
    await turn();
    feed.histories[0]?.answer({ bars: [bar(0, 1), bar(240 * HOUR_MS, 2)], noData: true });
    expect((await asked).closes).toEqual([1, 2]);
  });

  it("are asked for three at a time, the row that was seen last first", async () => {
    const feed = new FakeMarketFeed();
    const days = new SymbolDays(feed);
    const first = days.read("A");
    ["B", "C", "D", "E"].forEach((name) => void days.read(name).catch(() => undefined));
    expect(feed.resolves.map(({ name }) => name)).toEqual(["A", "B", "C"]);
    feed.resolves[0]?.fail(new Error("unknown"));
    await expect(first).rejects.toThrow("unknown");
    await turn();
    expect(feed.resolves.map(({ name }) => name)).toEqual(["A", "B", "C", "E"]);
  });
});
