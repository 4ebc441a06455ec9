import { describe, expect, it } from "vitest";
import { BarStream } from "../barStream";
import { FakeMarketFeed, bar } from "./fakeMarketFeed";

function given() {
  const feed = new FakeMarketFeed();
  const painted: number[] = [];
  const screen = { reloads: 0 };
  const bars = new BarStream(feed, {
    update: ({ close }) => painted.push(close),
    reload: () => screen.reloads++,
  });
  bars.open("AAPL", "1");
  return { feed, bars, painted, screen };
}

describe("a bar stream", () => {
  it("is live from the start and shows each bar", () => {
    const { feed, bars, painted } = given();
    feed.barStreams[0]?.on(bar(60, 2));
    feed.barStreams[0]?.on(bar(120, 3));
    expect(painted).toEqual([2, 3]);
    expect(bars.newest.value?.time).toBe(120);
    expect(bars.previous.value?.time).toBe(60);
  });

  it("ends the old subscription when another symbol is opened", () => {
    const { feed, bars } = given();
    bars.open("MSFT", "5");
    expect(feed.barStreams.map(({ name, ended }) => [name, ended])).toEqual([
      ["AAPL 1", true],
      ["MSFT 5", false],
    ]);
    expect(bars.newest.value).toBeNull();
  });

  it("reloads the chart when bars were missed", () => {
    const { feed, screen } = given();
    feed.barStreams[0]?.events.onReset?.();
    expect(screen.reloads).toBe(1);
  });

  it("never goes back: an older bar of the history does not replace a streamed one", async () => {
    const { feed, bars } = given();
    feed.barStreams[0]?.on(bar(180, 7));
    const page = bars.loadHistory(null, 500);
    feed.histories[0]?.answer({ bars: [bar(60), bar(120, 5), bar(180, 6)], noData: false });
    await page;
    expect(bars.newest.value?.close).toBe(7);
    expect(bars.previous.value?.close).toBe(5);
  });
});

describe("the Live button", () => {
  it("ends in a live subscription, also when already live", () => {
    const { feed, bars, screen } = given();
    feed.barStreams[0]?.events.onState?.({ state: "live", code: null, message: null });
    bars.goLive();
    expect(feed.barStreams.map(({ ended }) => ended)).toEqual([false]);
    expect(screen.reloads).toBe(0);
  });

  it("resumes after a pause and loads what was missed", () => {
    const { feed, bars, screen } = given();
    bars.pause();
    expect(feed.barStreams[0]?.ended).toBe(true);
    bars.goLive();
    expect(feed.barStreams.at(-1)?.ended).toBe(false);
    expect([bars.paused.value, screen.reloads]).toEqual([false, 1]);
  });

  it.each(["ended", "failed"] as const)("subscribes anew after the stream %s", (state) => {
    const { feed, bars } = given();
    feed.barStreams[0]?.events.onState?.({ state, code: "x", message: "why" });
    bars.goLive();
    expect(feed.barStreams.map(({ ended }) => ended)).toEqual([true, false]);
    expect(bars.state.value.state).toBe("waiting");
  });
});

describe("paging back", () => {
  it("goes on until the server has nothing older", async () => {
    const { feed, bars } = given();
    const page = bars.loadHistory(60, 1000);
    feed.histories[0]?.answer({ bars: [], noData: true });
    expect(await page).toEqual({ bars: [], more: false });
    expect(feed.histories[0]?.range).toEqual({ before: 60, count: 1000 });
  });

  it("tells of a failure with its code, and a later page clears it", async () => {
    const { feed, bars } = given();
    const failing = bars.loadHistory(null, 500);
    feed.histories[0]?.fail(Object.assign(new Error("try later"), { code: "draining" }));
    await expect(failing).rejects.toThrow("try later");
    expect(bars.problem.value?.code).toBe("draining");
    const page = bars.loadHistory(null, 500);
    feed.histories[1]?.answer({ bars: [bar(60)], noData: false });
    await page;
    expect(bars.problem.value).toBeNull();
  });

  it("knows a symbol without a single bar, until one comes", async () => {
    const { feed, bars } = given();
    const page = bars.loadHistory(null, 500);
    feed.histories[0]?.answer({ bars: [], noData: true });
    await page;
    expect(bars.empty.value).toBe(true);
    feed.barStreams[0]?.on(bar(60));
    expect(bars.empty.value).toBe(false);
  });

  it("drops what an overtaken subject's answer would say", async () => {
    const { feed, bars } = given();
    const page = bars.loadHistory(null, 500);
    bars.open("MSFT", "1");
    feed.histories[0]?.answer({ bars: [bar(60)], noData: false });
    await page;
    expect(bars.newest.value).toBeNull();
  });
});
