import { effectScope, nextTick, shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import { TapeService, type DepthUpdate, type Trade } from "@/services/tapeService";
import { HandFedStream } from "@/testing/handFedStream";
import { useMarketTape, type TapeSubject } from "../marketTape";

const AAPL: TapeSubject = { symbol: "AAPL", trades: true, depth: true };
const BOOK: DepthUpdate = {
  version: 1,
  follows: null,
  time: 1,
  receivedAt: 2,
  bids: [{ price: 9, size: 1 }],
  asks: [],
};

function trade(id: string, time: number): Trade {
  return { id, time, receivedAt: 9, price: 1, size: 1, side: null };
}

function given(first: TapeSubject | null = AAPL) {
  const ws = { trades: new HandFedStream<Trade>(), depth: new HandFedStream<DepthUpdate>() };
  const subject = shallowRef<TapeSubject | null>(first);
  const scope = effectScope();
  const tape = scope.run(() => useMarketTape(subject, new TapeService(ws)));
  if (!tape) throw new Error("the scope is gone");
  return { ws, subject, scope, ...tape };
}

describe("useMarketTape", () => {
  it("shows the newest known trade first, and which of them was late", () => {
    const { ws, trades } = given();
    const [listener] = ws.trades.listeners.values();

    listener?.onReplace?.([trade("a", 5), trade("b", 6)]);
    listener?.onUpdate(trade("c", 4));
    listener?.onUpdate(trade("d", 7));

    const shown = trades.value.map(({ id, late }) => `${id}${late ? " late" : ""}`);
    expect(shown).toEqual(["d", "c late", "b", "a"]);
  });

  it("asks for what the feed has, and for nothing where nobody looks", async () => {
    const { ws, subject } = given({ ...AAPL, depth: false });
    const asked = [ws.trades.listeners.size, ws.depth.listeners.size];

    subject.value = null;
    await nextTick();

    expect([asked, ws.trades.listeners.size]).toEqual([[1, 0], 0]);
  });

  it("keeps what it shows while it is paused", async () => {
    const { ws, subject, trades, book } = given();
    ws.trades.listeners.forEach((listener) => listener.onUpdate(trade("a", 1)));
    ws.depth.listeners.forEach((listener) => listener.onUpdate(BOOK));

    subject.value = null;
    await nextTick();

    expect([trades.value.length, book.value?.version]).toEqual([1, 1]);
    expect([ws.trades.listeners.size, ws.depth.listeners.size]).toEqual([0, 0]);
  });

  it("forgets one symbol for another, and keeps what it last knew of the same", async () => {
    const { ws, subject, trades } = given();
    ws.trades.listeners.forEach((listener) => listener.onUpdate(trade("a", 1)));
    subject.value = { ...AAPL, depth: false };
    await nextTick();
    const kept = trades.value.length;

    subject.value = { ...AAPL, symbol: "MSFT" };
    await nextTick();

    expect([kept, trades.value.length]).toEqual([1, 0]);
    expect(ws.trades.asked.at(-1)).toEqual({ symbol: "MSFT" });
  });

  it("shows the book as it stands, and listens no more when its view is gone", () => {
    const { ws, scope, book } = given();
    const [listener] = ws.depth.listeners.values();

    listener?.onUpdate(BOOK);
    scope.stop();

    expect(book.value?.bids).toEqual(BOOK.bids);
    expect([ws.trades.listeners.size, ws.depth.listeners.size]).toEqual([0, 0]);
  });
});
