import { expect, it } from "vitest";
import { QuoteStream } from "../quoteStream";
import { FakeMarketFeed } from "./fakeMarketFeed";

function given() {
  const feed = new FakeMarketFeed();
  const frames: (() => void)[] = [];
  const quotes = new QuoteStream(
    feed,
    (callback) => frames.push(callback),
    () => 1234,
  );
  quotes.open("AAPL");
  return { feed, frames, quotes };
}

it("shows the newest of the quotes between two frames", () => {
  const { feed, frames, quotes } = given();
  [187.1, 187.2, 187.3].forEach((lp) => feed.quoteStreams[0]?.on({ lp }));
  expect([frames.length, quotes.quote.value, quotes.receivedAt.value]).toEqual([1, null, 1234]);
  frames[0]?.();
  expect(quotes.quote.value?.lp).toBe(187.3);
});

it("keeps the last quote while paused, and forgets it when closed", () => {
  const { feed, frames, quotes } = given();
  feed.quoteStreams[0]?.on({ lp: 187.1 });
  frames[0]?.();
  quotes.pause();
  expect([feed.quoteStreams[0]?.ended, quotes.quote.value?.lp]).toEqual([true, 187.1]);
  quotes.close();
  expect(quotes.quote.value).toBeNull();
});

it("shows nothing of the old symbol in a frame that comes after the change", () => {
  const { feed, frames, quotes } = given();
  feed.quoteStreams[0]?.on({ lp: 187.1 });
  quotes.close();
  quotes.open("MSFT");
  frames[0]?.();
  expect(quotes.quote.value).toBeNull();
});
