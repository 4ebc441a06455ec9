import { describe, expect, it } from "vitest";
import { FakeMarketFeed } from "@/composables/__tests__/fakeMarketFeed";
import { QuoteBoard } from "../quoteBoard";

function given() {
  const feed = new FakeMarketFeed();
  const frames: (() => void)[] = [];
  const time = { now: 1_000_000 };
  const board = new QuoteBoard(
    feed,
    () => time.now,
    (frame) => frames.push(frame),
  );
  feed.tellLink({});
  board.watch(["AAPL", "MSFT"]);
  const draw = () => frames.splice(0).forEach((frame) => frame());
  const quote = (symbol: string, lp: number) =>
    feed.quoteStreams
      .filter(({ name, ended }) => name === symbol && !ended)
      .at(-1)
      ?.on({ lp });
  return { feed, board, frames, draw, quote, time };
}

describe("the quotes of a watchlist", () => {
  it("draw the newest of each symbol in the next frame, once", () => {
    const { board, frames, draw, quote } = given();
    [187, 188, 189].forEach((lp) => quote("AAPL", lp));
    quote("MSFT", 402);
    expect(frames).toHaveLength(1);
    expect(board.row("AAPL")?.quote.value).toBeNull();
    draw();
    expect(board.row("AAPL")?.quote.value?.lp).toBe(189);
    expect(board.row("MSFT")?.quote.value?.lp).toBe(402);
  });

  it("stream what is watched and nothing else", () => {
    const { feed, board } = given();
    board.watch(["MSFT", "NVDA"]);
    const open = [...feed.quoteStreams, ...feed.freshnessStreams].filter(({ ended }) => !ended);
    expect(open.map(({ name }) => name).sort()).toEqual(["MSFT", "MSFT", "NVDA", "NVDA"]);
    board.close();
    expect([...feed.quoteStreams, ...feed.freshnessStreams].every(({ ended }) => ended)).toBe(true);
  });

  it("say of a silent symbol since when, and how often it ticks else", () => {
    const { feed, board, quote, time } = given();
    feed.quoteStreams[0]?.events.onState?.({ state: "live", code: null, message: null });
    for (let tick = 0; tick < 20; tick += 1) {
      quote("AAPL", 187 + tick);
      time.now += 400;
    }
    time.now += 13_600;
    board.tick();
    const row = board.row("AAPL");
    expect(row?.state.value.word).toBe("stale");
    expect(row?.sentence()).toBe("The last tick came 14 s ago. Usually every 0.4 s.");
  });

  it("ask for the day of a row in sight, once in five minutes", async () => {
    const { feed, board, time } = given();
    const row = board.row("AAPL");
    if (!row) throw new Error("AAPL is not watched");
    board.look(row);
    board.look(row);
    expect(feed.resolves).toHaveLength(1);
    time.now += 300_000;
    board.look(row);
    await Promise.resolve();
    expect(feed.resolves).toHaveLength(2);
  });
});
