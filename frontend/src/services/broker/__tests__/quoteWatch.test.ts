import { describe, expect, it } from "vitest";
import type { QuoteData } from "@public/trading_terminal/charting_library";
import { HandFedStream } from "@/testing/handFedStream";
import { QuoteWatch } from "../quoteWatch";

function given() {
  const stream = new HandFedStream<QuoteData>();
  const heard: string[] = [];
  const watch = new QuoteWatch(stream, (symbol, { lp }) => heard.push(`${symbol} ${lp}`));
  const feed = (index: number, quote: QuoteData) =>
    [...stream.listeners.values()][index]?.onUpdate(quote);
  return { stream, heard, watch, feed };
}

describe("watched quotes", () => {
  it("[T4] are one subscription a symbol, and tell quotes but no errors", () => {
    const { stream, heard, watch, feed } = given();
    watch.watch("A");
    watch.watch("A");

    feed(0, { s: "ok", n: "A", v: { lp: 5 } });
    feed(0, { s: "error", n: "A", v: {} });

    expect([stream.asked, heard]).toEqual([[{ symbol: "A" }], ["A 5"]]);
  });

  it("are exactly those that are wanted", () => {
    const { stream, watch } = given();
    watch.watchOnly(["A", "B"]);

    watch.watchOnly(["B", "C"]);
    watch.drop("B");
    watch.drop("unknown");

    expect([stream.asked.length, stream.listeners.size]).toEqual([3, 1]);
  });
});
