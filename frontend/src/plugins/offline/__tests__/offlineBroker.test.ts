import { describe, expect, it } from "vitest";
import { OfflineBroker } from "../offlineBroker";

const ORDER = { symbol: "A", type: 2, side: 1, qty: 10, clientOrderId: "k1" } as const;
const LEVERAGE = { symbol: "A", orderType: 2, side: 1, leverage: 5 } as const;
const by = (key: string) => ({ accountId: "demo", key });

function given() {
  const quote = { bid: 100, ask: 100 };
  const broker = new OfflineBroker({ quoteOf: () => quote, now: () => 5 });
  return { broker, quote, mockers: broker.mockers() };
}

describe("the offline broker", () => {
  it("answers as REST does, and feeds each stream", async () => {
    const { broker, mockers } = given();
    const { orderId, step } = await broker.place("demo", ORDER);

    expect([orderId, step]).toEqual(["o1", 1]);
    expect([mockers.ordersMocker?.()?.status, mockers.executionsMocker?.()?.qty]).toEqual([6, 10]);
    expect([mockers.positionsMocker?.()?.qty, mockers.connectionMocker?.()?.status]).toEqual([
      10, 1,
    ]);
    expect(mockers.equityMocker?.()?.equity).toBe(100_000);
  });

  it("places once a key, and refuses another order under it", async () => {
    const { broker } = given();
    const first = await broker.place("demo", ORDER);

    const again = await broker.place("demo", ORDER);

    expect([again, (await broker.orders("demo")).items.length]).toEqual([first, 1]);
    await expect(broker.place("demo", { ...ORDER, qty: 1 })).rejects.toMatchObject({
      code: "IDEMPOTENCY_CONFLICT",
      status: 409,
    });
  });

  it("lists orders, those that have ended, positions and executions", async () => {
    const { broker } = given();
    await broker.place("demo", ORDER);
    await broker.place("demo", { ...ORDER, type: 1, limitPrice: 90, clientOrderId: "k2" });

    const ended = (await broker.ordersHistory("demo")).items;

    expect([(await broker.orders("demo")).items.length, ended.length]).toEqual([2, 1]);
    expect((await broker.positions("demo")).items).toMatchObject([{ id: "A" }]);
    expect((await broker.executions("demo", "A")).items).toMatchObject([{ orderId: "o1" }]);
    expect((await broker.executions("demo", "B")).items).toEqual([]);
  });

  it("modifies and cancels; of several all or none", async () => {
    const { broker } = given();
    const waiting = { ...ORDER, type: 1, limitPrice: 90 } as const;
    for (const key of ["a", "b", "c"])
      await broker.place("demo", { ...waiting, clientOrderId: key });
    await broker.modify(by("m"), "o1", { ...waiting, qty: 3 });
    await broker.cancel(by("x"), "o1");
    const half = broker.cancelAll(by("y"), ["o2", "o1"]);
    await expect(half).rejects.toMatchObject({ code: "ORDER_FINAL" });

    await broker.cancelAll(by("z"), ["o2", "o3"]);

    const { items } = await broker.orders("demo");
    expect(items.map(({ status, qty }) => [status, qty])).toEqual([
      [1, 3],
      [1, 10],
      [1, 10],
    ]);
  });

  it("protects, reverses and closes a position as prices move", async () => {
    const { broker, quote } = given();
    await broker.place("demo", ORDER);
    await broker.reverse(by("r"), "A");
    await broker.editBrackets(by("b"), "A", { takeProfit: 90 });

    Object.assign(quote, { bid: 90, ask: 90 });
    broker.quoted("A");
    await broker.place("demo", { ...ORDER, clientOrderId: "k3" });
    await broker.close(by("c"), "A");

    expect((await broker.positions("demo")).items).toEqual([]);
  });

  it("previews, and knows leverage and its bounds", async () => {
    const { broker } = given();
    await broker.setLeverage(by("l"), LEVERAGE);

    expect((await broker.leverageInfo("demo", LEVERAGE)).leverage).toBe(5);
    expect((await broker.previewLeverage("demo", LEVERAGE)).infos).toEqual([
      "20 % of the notional",
    ]);
    expect((await broker.preview("demo", ORDER)).confirmId).toBe("c1");
    const tooMuch = broker.setLeverage(by("m"), { ...LEVERAGE, leverage: 101 });
    await expect(tooMuch).rejects.toMatchObject({ code: "LEVERAGE_RANGE" });
  });

  it("has one account", async () => {
    const { broker } = given();

    expect(await broker.accounts()).toMatchObject([{ id: "demo", type: "demo" }]);
    await expect(broker.orders("other")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lists the newest executions of all symbols, and keeps no past of the equity", async () => {
    const { broker } = given();
    await broker.place("demo", ORDER);
    await broker.place("demo", { ...ORDER, clientOrderId: "k2" });

    expect((await broker.allExecutions("demo", 1)).items).toHaveLength(1);
    expect(await broker.equityHistory("demo")).toEqual([]);
  });

  it("halts: entries are canceled and refused until it resumes", async () => {
    const { broker } = given();
    await broker.place("demo", { ...ORDER, type: 1, limitPrice: 90 });

    const report = await broker.killSwitch(by("kill"), false);

    expect(report).toMatchObject({ state: "HALTED", flattened: [] });
    expect(await broker.risk("demo")).toMatchObject({ state: "HALTED", openOrders: 0 });
    const next = { ...ORDER, clientOrderId: "k2" };
    await expect(broker.place("demo", next)).rejects.toMatchObject({ code: "ACCOUNT_HALTED" });
    await broker.resume(by("on"));
    await expect(broker.place("demo", next)).resolves.toMatchObject({ orderId: "o2" });
  });

  it("flattens what is held", async () => {
    const { broker } = given();
    await broker.place("demo", ORDER);

    const report = await broker.killSwitch(by("kill"), true);

    expect(report).toMatchObject({ state: "REDUCING", flattened: ["A"] });
    expect((await broker.positions("demo")).items).toEqual([]);
  });

  it("refuses with a code what takes a server", async () => {
    const { broker } = given();
    await expect(broker.reset()).rejects.toMatchObject({ code: "forbidden" });
    await expect(broker.openAccount()).rejects.toMatchObject({ code: "forbidden" });
    await expect(broker.explain("demo", "x1")).rejects.toMatchObject({
      code: "EXECUTION_NOT_FOUND",
    });
  });
});
