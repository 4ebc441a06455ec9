import { describe, expect, it, vi } from "vitest";
import { DEMO_SYMBOL, OfflineDemo } from "@/services/offlineDemo";
import type { PreOrder } from "@public/trading_terminal/charting_library";
import { AccountDesk } from "../accountDesk";

const BUY: PreOrder = { symbol: DEMO_SYMBOL, type: 2, side: 1, qty: 10 };
const WAITING: PreOrder = { ...BUY, type: 1, limitPrice: 9 };

/** The desk over the offline demo, whose price stands; `pass` lets streams and frames come. */
function given() {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("requestAnimationFrame", (paint: () => void) => setTimeout(paint, 16));
  const demo = new OfflineDemo(() => 5);
  const desk = new AccountDesk(
    (host) => demo.brokerFor(host),
    () => 7,
  );
  return { desk, pass: () => vi.advanceTimersByTimeAsync(1000) };
}

describe("the account on the screen", () => {
  it("knows its account and its first value", async () => {
    const { desk, pass } = given();
    await pass();
    expect(desk.known.value).toBe(true);
    expect(desk.accounts.value.map(({ id }) => id)).toEqual(["demo"]);
    expect(desk.equity.value?.balance).toBe(100_000);
  });

  it("shows an order that fills: the order, the fill, the position, a notice", async () => {
    const { desk, pass } = given();
    await pass();
    const { orderId } = await desk.broker.placeOrder(BUY);
    await pass();
    expect(desk.orders.value.map(({ id, status }) => [id, status])).toEqual([[orderId, 2]]);
    expect(desk.fills.value.map((fill) => fill.orderId)).toEqual([orderId]);
    expect(desk.positions.value.map(({ symbol, qty }) => [symbol, qty])).toEqual([
      [DEMO_SYMBOL, 10],
    ]);
    expect(desk.notices.value[0]).toMatchObject({ at: 7, good: true, text: "DEMO: order placed" });
  });

  it("a position's profit moves with its quote and ends with it", async () => {
    const { desk, pass } = given();
    await pass();
    await desk.broker.placeOrder(BUY);
    await pass();
    // Bought at the ask, worth the bid.
    expect(desk.profits.value.get(DEMO_SYMBOL)).toBeCloseTo(-0.1);
    await desk.broker.closePosition(DEMO_SYMBOL);
    await pass();
    expect(desk.positions.value).toEqual([]);
    expect(desk.profits.value.size).toBe(0);
  });

  it("a refusal is a notice, and whoever asked is told", async () => {
    const { desk, pass } = given();
    await pass();
    await expect(desk.broker.placeOrder({ ...BUY, qty: -1 })).rejects.toThrow();
    expect(desk.notices.value[0]?.good).toBe(false);
  });

  it("many tellings of a moment are one paint", async () => {
    const { desk, pass } = given();
    await pass();
    const before = desk.orders.value;
    for (let step = 0; step < 20; step += 1)
      desk.orderUpdate({ ...WAITING, id: `o${step}`, status: 6 } as never);
    expect(desk.orders.value).toBe(before);
    await pass();
    expect(desk.orders.value).toHaveLength(20);
  });
});
