// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { createApp, nextTick } from "vue";
import { useMarket, type Market } from "../market";
import { FakeMarketFeed, instrumentOf } from "./fakeMarketFeed";

/** The market of a mounted page; the only way to see what leaving the page ends. */
function given() {
  const feed = new FakeMarketFeed();
  const screen = { reloads: 0 };
  let market: Market | undefined;
  const page = createApp({
    setup() {
      market = useMarket(feed, { update: () => undefined, reload: () => screen.reloads++ }, {});
      return () => null;
    },
  });
  page.mount(document.createElement("div"));
  if (!market) throw new Error("the page was not set up");
  return { feed, screen, market, page };
}

beforeEach(() => localStorage.clear());

describe("the market on the page", () => {
  it("streams bars and quotes at once, before the symbol is resolved", () => {
    const { feed } = given();
    expect(feed.barStreams.map(({ name }) => name)).toEqual(["AAPL 1"]);
    expect(feed.quoteStreams.map(({ name }) => name)).toEqual(["AAPL"]);
    expect(feed.resolves.map(({ name }) => name)).toEqual(["AAPL"]);
  });

  it("follows how fresh the symbol is, until another is chosen or the page is left", async () => {
    const { feed, market, page } = given();
    const told = { state: "quiet", since: 1, staleAfterMs: 9, nextOpen: null } as const;
    feed.freshnessStreams[0]?.on({ ...told, symbol: "AAPL", nextClose: null, reason: null });
    expect(market.freshness.value?.state).toBe("quiet");

    market.chosen.choose("MSFT");
    await nextTick();
    expect(market.freshness.value).toBeNull();
    expect(feed.freshnessStreams.map(({ name, ended }) => [name, ended])).toEqual([
      ["AAPL", true],
      ["MSFT", false],
    ]);

    page.unmount();
    expect(feed.freshnessStreams.every(({ ended }) => ended)).toBe(true);
  });

  it("asks once for the symbol, though the connection opens meanwhile", async () => {
    const { feed } = given();
    feed.tellLink({ state: "live" });
    await nextTick();
    expect(feed.resolves).toHaveLength(1);

    feed.tellLink({ state: "offline" });
    await nextTick();
    feed.tellLink({ state: "live" });
    await nextTick();
    expect(feed.resolves).toHaveLength(2);
  });

  it("names the feed that the server has now, also after it came back with another", async () => {
    const { feed, market } = given();
    feed.tellLink({ state: "live" });
    await nextTick();
    feed.sources.at(-1)?.answer("simulated");
    await expect.poll(() => market.source.value).toBe("simulated");

    feed.tellLink({ state: "offline" });
    await nextTick();
    feed.tellLink({ state: "live" });
    await nextTick();
    feed.sources.at(-1)?.answer("replay");
    await expect.poll(() => market.source.value).toBe("replay");
  });

  it("moves both streams to another symbol, and only the bars to another resolution", async () => {
    const { feed, market } = given();
    market.chosen.choose("MSFT");
    await nextTick();
    market.chosen.chooseResolution("5");
    await nextTick();
    expect(feed.barStreams.map(({ name }) => name)).toEqual(["AAPL 1", "MSFT 1", "MSFT 5"]);
    expect(feed.quoteStreams.map(({ name, ended }) => [name, ended])).toEqual([
      ["AAPL", true],
      ["MSFT", false],
    ]);
  });

  it("stays paused through a change of symbol until Live is pressed", async () => {
    const { feed, market } = given();
    market.pause();
    market.chosen.choose("MSFT");
    await nextTick();
    expect(feed.barStreams.every(({ ended }) => ended)).toBe(true);
    market.goLive();
    expect(feed.barStreams.at(-1)).toMatchObject({ name: "MSFT 1", ended: false });
    expect(feed.quoteStreams.at(-1)).toMatchObject({ name: "MSFT", ended: false });
  });

  it("asks again for the symbol when the server comes back", async () => {
    const { feed, market } = given();
    feed.resolves[0]?.fail(Object.assign(new Error("none"), { code: "network_error" }));
    feed.tellLink({ state: "offline" });
    await nextTick();
    feed.tellLink({ state: "live" });
    await nextTick();
    feed.resolves[1]?.answer(instrumentOf("AAPL"));
    await nextTick();
    expect(market.chosen.instrument.value?.name).toBe("AAPL");
    expect(market.chosen.problem.value).toBeNull();
  });

  it("tries at once when asked to", () => {
    const { feed, market } = given();
    market.retry();
    expect(feed.reconnects).toBe(1);
  });

  it("leaves no stream behind when the page goes", () => {
    const { feed, page } = given();
    page.unmount();
    expect([...feed.barStreams, ...feed.quoteStreams].every(({ ended }) => ended)).toBe(true);
  });
});
