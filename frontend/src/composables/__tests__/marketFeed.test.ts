import { describe, expect, it } from "vitest";
import { createApp } from "vue";
import { marketFeedKey, useMarketFeed } from "../marketFeed";
import { FakeMarketFeed } from "./fakeMarketFeed";

describe("the feed of a component", () => {
  it("is the one that the application provides", () => {
    const feed = new FakeMarketFeed();
    const app = createApp({}).provide(marketFeedKey, feed);

    expect(app.runWithContext(useMarketFeed)).toBe(feed);
  });

  it("is missed by name where none is provided", () => {
    const app = createApp({});
    app.config.warnHandler = () => undefined;

    expect(() => app.runWithContext(useMarketFeed)).toThrow("no market feed was provided");
  });
});
