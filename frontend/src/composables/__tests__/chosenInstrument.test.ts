// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { effectScope } from "vue";
import { useChosenInstrument, type AskedInstrument } from "../chosenInstrument";
import { FakeMarketFeed, instrumentOf } from "./fakeMarketFeed";

function given(asked: AskedInstrument = {}) {
  const feed = new FakeMarketFeed();
  const chosen = effectScope().run(() => useChosenInstrument(feed, asked));
  if (!chosen) throw new Error("the scope was not active");
  return { feed, chosen };
}

const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));

beforeEach(() => localStorage.clear());

describe("the shown instrument", () => {
  it("is AAPL in minutes on a first visit", () => {
    const { chosen } = given();
    expect([chosen.symbol.value, chosen.resolution.value]).toEqual(["AAPL", "1"]);
  });

  it("is the feed's first where the feed has no AAPL and nobody asked for it", async () => {
    const { feed, chosen } = given();
    void chosen.resolve();
    feed.resolves[0]?.fail(Object.assign(new Error("no"), { code: "unknown_symbol" }));
    await expect.poll(() => feed.searches.length).toBe(1);
    feed.searches[0]?.answer([
      { symbol: "DEMO", description: "", exchange: "FILE", type: "stock" },
    ]);
    await expect.poll(() => chosen.symbol.value).toBe("DEMO");
    expect(chosen.problem.value).toBeNull();
  });

  it("is the last choice on a later visit, unless the address says another", () => {
    localStorage.setItem("trading-pro.symbol", "MSFT");
    localStorage.setItem("trading-pro.resolution", "60");
    expect(given().chosen.symbol.value).toBe("MSFT");
    const { chosen } = given({ symbol: "BTC/USD", resolution: "D" });
    expect([chosen.symbol.value, chosen.resolution.value]).toEqual(["BTC/USD", "1D"]);
  });

  it("falls back to a resolution that the symbol has", async () => {
    const { feed, chosen } = given({ resolution: "1" });
    void chosen.resolve();
    feed.resolves[0]?.answer(instrumentOf("AAPL", ["1D"]));
    await settled();
    expect(chosen.resolution.value).toBe("1D");
  });

  it("drops the answer that a newer choice has overtaken", async () => {
    const { feed, chosen } = given();
    void chosen.resolve();
    chosen.choose("MSFT");
    feed.resolves[0]?.answer(instrumentOf("AAPL"));
    await settled();
    expect(chosen.instrument.value).toBeNull();
    feed.resolves[1]?.answer(instrumentOf("MSFT"));
    await settled();
    expect(chosen.instrument.value?.name).toBe("MSFT");
  });

  it("says why a symbol could not be found, and keeps the resolutions where they are", async () => {
    const { feed, chosen } = given();
    void chosen.resolve();
    feed.resolves[0]?.answer(instrumentOf("AAPL"));
    await settled();
    chosen.choose("NOPE");
    feed.resolves[1]?.fail(Object.assign(new Error("No NOPE."), { code: "unknown_symbol" }));
    await settled();
    expect(chosen.problem.value?.code).toBe("unknown_symbol");
    expect(chosen.resolutions.value).toEqual(["1", "5", "1D"]);
  });
});
