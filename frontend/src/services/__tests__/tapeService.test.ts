import { describe, expect, it } from "vitest";
import type { DepthUpdate, Trade } from "@/plugins/tapeTypes";
import { HandFedStream } from "@/testing/handFedStream";
import { TapeService, type OrderBook } from "../tapeService";

const TRADE: Trade = { id: "1", time: 1, receivedAt: 2, price: 10, size: 3, side: "buy" };

function given() {
  const ws = { trades: new HandFedStream<Trade>(), depth: new HandFedStream<DepthUpdate>() };
  const books: OrderBook[] = [];
  const service = new TapeService(ws);
  service.listenBook("AAPL", (book) => books.push(book));
  const [listener] = ws.depth.listeners.values();
  const say = (version: number, follows: number | null): void =>
    listener?.onUpdate({ version, follows, time: 1, receivedAt: 1, bids: [], asks: [] });
  return { ws, service, books, say };
}

describe("TapeService", () => {
  it("streams the trades of a symbol", () => {
    const { ws, service } = given();
    const heard: Trade[] = [];

    service.listenTrades("AAPL", { onUpdate: (trade) => heard.push(trade) });
    ws.trades.listeners.forEach((listener) => listener.onUpdate(TRADE));

    expect([ws.trades.asked, heard]).toEqual([[{ symbol: "AAPL" }], [TRADE]]);
  });

  it("[U3] keeps the book, and asks once for one that it has lost", () => {
    const { ws, books, say } = given();
    say(1, null);
    say(2, 1);
    say(9, 8);
    say(10, 9);

    say(10, null);

    expect(books.map(({ version }) => version)).toEqual([1, 2, 10]);
    expect(ws.depth.refreshed).toBe(1);
  });
});
