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
    expect(desk.notices.value.map(({ at, good, text }) => [at, good, text])).toEqual([
      [7, true, expect.stringMatching(/^Bought 10 DEMO at /)],
      [7, true, "DEMO: order placed."],
    ]);
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

  it("marks a refusal that is told where it was caused, and no other notice", async () => {
    const { desk, pass } = given();
    await pass();
    desk.showNotification("OTHER", "no", 0);
    await desk.broker.placeOrder({ ...BUY, qty: -1 }).catch(desk.toldInPlace);
    desk.toldInPlace(new Error("no"));
    expect(desk.notices.value.map(({ inPlace }) => inPlace)).toEqual([true, undefined]);
  });

  it("stops and goes on: every tab of it reads how it stands", async () => {
    const { desk, pass } = given();
    await pass();
    await desk.broker.placeOrder(BUY);
    await desk.broker.placeOrder(WAITING);
    const report = await desk.broker.controls.kill(true);
    await desk.readRisk();
    expect(report).toMatchObject({ state: "REDUCING", flattened: [DEMO_SYMBOL] });
    expect(desk.risk.value).toMatchObject({ state: "REDUCING", openOrders: 0 });
    await expect(desk.broker.placeOrder(BUY)).rejects.toMatchObject({ code: "ACCOUNT_HALTED" });
    await desk.broker.controls.resume();
    await desk.readRisk();
    expect(desk.risk.value?.state).toBe("ACTIVE");
  });

  it("goes on with the log that an earlier page of this tab has kept", () => {
    const kept = [{ id: 4, at: 1, good: true, title: "Done", text: "before" }];
    const keep = vi.fn();
    const demo = new OfflineDemo(() => 5);
    const log = { read: () => kept, keep };
    const desk = new AccountDesk(
      (host) => demo.brokerFor(host),
      () => 7,
      log,
    );
    desk.showNotification("Done", "after", 1);
    expect(desk.notices.value.map(({ id, text }) => [id, text])).toEqual([
      [5, "After."],
      [4, "before"],
    ]);
    expect(keep).toHaveBeenLastCalledWith(desk.notices.value);
    desk.clearNotices();
    expect(keep).toHaveBeenLastCalledWith([]);
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
