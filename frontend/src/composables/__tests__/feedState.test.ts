// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { feedState, type FeedSigns } from "../feedState";
import type { MarketFreshness } from "../marketFeed";
import { liveLink } from "./fakeMarketFeed";

const NOW = 1_000_000;

function told(signs: Partial<FeedSigns>) {
  return feedState({
    link: liveLink,
    stream: { state: "live", code: null, message: null },
    paused: false,
    streams: true,
    lastTickAt: NOW - 400,
    openedAt: NOW - 60_000,
    freshness: null,
    timezone: "America/New_York",
    now: NOW,
    ...signs,
  });
}

const market = (told: Partial<MarketFreshness>): MarketFreshness => ({
  symbol: "AAPL",
  state: "live",
  since: NOW,
  staleAfterMs: 60_000,
  nextOpen: null,
  nextClose: null,
  reason: null,
  ...told,
});

describe("what the connection says", () => {
  it("is draining from the server's leave until its end", () => {
    const link = { ...liveLink, reason: "the server is restarting" };
    expect(told({ link })).toMatchObject({ word: "draining" });
  });

  it("is a demo where there is no server behind it, whatever ticks", () => {
    expect(told({ link: { ...liveLink, state: "demo" } }).word).toBe("demo");
  });
});

describe("what the server says of the symbol", () => {
  it("is closed since its close, until its open, however long nothing comes", () => {
    const since = Date.UTC(2026, 10, 20, 21);
    const nextOpen = Date.UTC(2026, 10, 23, 14, 30);
    const freshness = market({ state: "closed", since, nextOpen });
    expect(told({ freshness, lastTickAt: NOW - 10_000_000 })).toEqual({
      word: "closed",
      figure: "opens Mon 09:30",
      sentence: "Closed since Fri 16:00. Opens Mon 09:30.",
    });
  });

  it("is halted, with the reason", () => {
    const freshness = market({ state: "halted", reason: "news pending", since: 0 });
    expect(told({ freshness }).sentence).toBe("Halted since Wed 19:00. News pending.");
  });

  it("is quiet within its own bound, and stale beyond it", () => {
    const freshness = market({ state: "quiet" });
    expect(told({ freshness, lastTickAt: NOW - 59_000 })).toMatchObject({
      word: "quiet",
      figure: "59 s",
    });
    expect(told({ freshness, lastTickAt: NOW - 63_000 }).word).toBe("stale");
  });

  it("is stale when the server says so, and when it has fallen silent itself", () => {
    expect(told({ freshness: market({ state: "stale" }) }).word).toBe("stale");
    expect(told({ freshness: market({}), lastTickAt: NOW - 11_000 }).word).toBe("live");
    expect(told({ freshness: market({}), lastTickAt: NOW - 13_000 }).word).toBe("stale");
  });
});

describe("the word for the data", () => {
  it("is live with the lag", () => {
    expect(told({})).toMatchObject({ word: "live", figure: "12 ms" });
    expect(told({ link: { ...liveLink, lagMs: 2500 } }).figure).toBe("2.5 s");
  });

  it("is live with the age instead, as soon as the data stands", () => {
    expect(told({ lastTickAt: NOW - 3000 }).figure).toBe("12 ms");
    expect(told({ lastTickAt: NOW - 8000 })).toMatchObject({
      word: "live",
      figure: "8 s",
      sentence: "The last tick came 8 s ago.",
    });
  });

  it("is connecting until the server has answered", () => {
    const stream = { state: "waiting", code: null, message: null } as const;
    expect(told({ stream }).word).toBe("connecting");
    expect(told({ link: { ...liveLink, state: "connecting" } }).word).toBe("connecting");
  });

  it("is stale when nothing came for ten seconds, with the age", () => {
    expect(told({ lastTickAt: NOW - 14_000 })).toMatchObject({ word: "stale", figure: "14 s" });
    expect(told({ lastTickAt: NOW - 9000 }).word).toBe("live");
  });

  it("is stale when no first tick came for ten seconds, too", () => {
    expect(told({ lastTickAt: null, openedAt: NOW - 14_000 })).toMatchObject({
      word: "stale",
      sentence: "No tick since this page was opened.",
    });
    expect(told({ lastTickAt: null, openedAt: NOW - 9000 }).word).toBe("live");
  });

  it("is stale as soon as the server says so", () => {
    const stream = { state: "stale", code: null, message: null } as const;
    expect(told({ stream }).word).toBe("stale");
    expect(told({ stream, lastTickAt: null })).toMatchObject({
      figure: "",
      sentence: "No tick since this page was opened.",
    });
  });

  it("is stale with the server's reason, where it gives one", () => {
    const stream = { state: "stale", code: "x", message: "the source is away" } as const;
    expect(told({ stream }).sentence).toBe("The source is away. The last tick came 0.4 s ago.");
  });

  it("is offline with the reason and the seconds until the next attempt", () => {
    const link = {
      ...liveLink,
      state: "offline",
      reason: "it was lost",
      retryAt: NOW + 3200,
    } as const;
    expect(told({ link })).toEqual({
      word: "offline",
      figure: "4 s",
      sentence: "It was lost. Trying again in 4 s.",
    });
    expect(told({ link: { ...link, retryAt: null } }).sentence).toContain("Trying again now.");
  });

  it("is paused even if the stream had failed, but never while offline", () => {
    expect(told({ paused: true }).word).toBe("paused");
    expect(told({ paused: true, link: { ...liveLink, state: "offline" } }).word).toBe("offline");
  });

  it.each(["ended", "failed"] as const)("is %s with what the server said", (state) => {
    const stream = { state, code: "replay_ended", message: "the file is at its end" };
    expect(told({ stream })).toMatchObject({ word: state, sentence: "The file is at its end." });
  });

  it("is failed when the server refuses this page for good", () => {
    const link = { ...liveLink, state: "closed", reason: "too many bad frames" } as const;
    expect(told({ link })).toMatchObject({ word: "failed", sentence: "Too many bad frames." });
  });

  it("is history only for an imported symbol", () => {
    expect(told({ streams: false }).word).toBe("history only");
    const stream = { state: "ended", code: "no_feed", message: "nothing streams it" } as const;
    expect(told({ streams: false, stream }).word).toBe("history only");
  });
});
