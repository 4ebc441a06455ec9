// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { effectScope, nextTick, ref } from "vue";
import { useSymbolSearch } from "../symbolSearch";
import { FakeMarketFeed } from "./fakeMarketFeed";

const hit = (symbol: string) => ({ symbol, description: "", exchange: "NASDAQ", type: "stock" });

function given() {
  const feed = new FakeMarketFeed();
  const open = ref(false);
  const search = effectScope().run(() => useSymbolSearch(feed, open));
  if (!search) throw new Error("the scope was not active");
  return { feed, open, search };
}

describe("the symbol search", () => {
  it("asks nothing while closed, and for all when it opens", async () => {
    const { feed, open, search } = given();
    expect(feed.searches).toEqual([]);
    open.value = true;
    await nextTick();
    feed.searches[0]?.answer([hit("AAPL"), hit("MSFT")]);
    await nextTick();
    expect(feed.searches.map(({ name }) => name)).toEqual([""]);
    expect(search.hits.value.map(({ symbol }) => symbol)).toEqual(["AAPL", "MSFT"]);
  });

  it("drops the answer to an input that has changed since", async () => {
    const { feed, open, search } = given();
    open.value = true;
    await nextTick();
    search.input.value = "ms";
    feed.searches[0]?.answer([hit("AAPL")]);
    await nextTick();
    expect(search.hits.value).toEqual([]);
  });

  it("takes on Enter what is typed, not what was found before it", async () => {
    const { feed, open, search } = given();
    open.value = true;
    await nextTick();
    feed.searches[0]?.answer([hit("AAPL")]);
    await expect.poll(() => search.answered.value).toBe("");
    search.input.value = "btc";
    const best = search.best();
    feed.searches.at(-1)?.answer([hit("BTC/USD")]);
    expect((await best)?.symbol).toBe("BTC/USD");
  });

  it("takes nothing on Enter when typing goes on", async () => {
    const { feed, open, search } = given();
    open.value = true;
    await nextTick();
    search.input.value = "b";
    const best = search.best();
    search.input.value = "bt";
    feed.searches.at(-1)?.answer([hit("BTC/USD")]);
    expect(await best).toBeNull();
  });

  it("says why it could not search", async () => {
    const { feed, open, search } = given();
    open.value = true;
    await nextTick();
    feed.searches[0]?.fail(Object.assign(new Error("no"), { code: "network_error" }));
    await nextTick();
    await nextTick();
    expect(search.problem.value?.command).toBe("make run");
    expect(search.searching.value).toBe(false);
  });
});
