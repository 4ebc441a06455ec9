import { describe, expect, it } from "vitest";
import { DatafeedService, type MarketFreshness } from "@/services/datafeedService";
import { HandFedStream } from "@/testing/handFedStream";
import { ServiceMarketFeed } from "../serviceMarketFeed";

const CLOSED: MarketFreshness = {
  symbol: "KO",
  state: "closed",
  since: 1,
  staleAfterMs: 60_000,
  nextOpen: 2,
  nextClose: null,
  reason: null,
};

function given() {
  const status = new HandFedStream<MarketFreshness>();
  const ws = { bars: new HandFedStream(), quotes: new HandFedStream(), "market-status": status };
  const feed = new ServiceMarketFeed(new DatafeedService({ ws: ws as never, api: {} as never }));
  return { status, feed };
}

describe("freshness from the service", () => {
  it("is told at once and at each change, until it is left", () => {
    const { status, feed } = given();
    const told: string[] = [];
    const stop = feed.streamFreshness("KO", ({ state }) => told.push(state));
    const [listener] = status.listeners.values();
    listener?.onReplace?.([CLOSED]);
    listener?.onUpdate({ ...CLOSED, state: "live" });
    stop();

    expect([status.asked, told]).toEqual([[{ symbol: "KO" }], ["closed", "live"]]);
    expect(status.listeners.size).toBe(0);
  });
});
