import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/plugins/apiAnswer";
import { OfflineBroker } from "@/plugins/offline/offlineBroker";
import { WsFallback } from "@/plugins/wsAdapter";
import { RecordingHost } from "@/testing/recordingHost";
import type { PreOrder } from "@public/trading_terminal/charting_library";
import type { AccountStreams } from "../broker/accountSession";
import { BrokerTerminalService } from "../brokerTerminalService";

const BUY: PreOrder = { symbol: "A", type: 2, side: 1, qty: 10 };
const WAITING: PreOrder = { ...BUY, type: 1, limitPrice: 90 };
const LEVERAGE = { symbol: "A", orderType: 2, side: 1, leverage: 5 } as const;
const SYMBOL = { type: "stock", description: "A", pricescale: 100, minmov: 1 };

let host: RecordingHost;
let service: BrokerTerminalService;
let stopped: boolean;
/** Whether replies to placed orders get lost after the order was placed. */
let loses: boolean;

beforeEach(async () => {
  vi.useFakeTimers();
  const quote = { bid: 100, ask: 100 };
  const broker = new OfflineBroker({ quoteOf: () => quote, now: () => 5 });
  const v = { ...quote, lp: 100, spread: 0 };
  const quotesMocker = () => ({ s: "ok" as const, n: "A", v });
  const ws = new WsFallback({ ...broker.mockers(), quotesMocker }) as AccountStreams;
  host = new RecordingHost();
  stopped = loses = false;
  const place: typeof broker.place = async (...asked) => {
    const placed = await broker.place(...asked);
    if (loses) throw new ApiError("network_error", "no answer", null);
    return placed;
  };
  service = new BrokerTerminalService(host, {
    api: Object.assign(Object.create(broker) as OfflineBroker, { place }),
    ws,
    symbols: { resolve: () => Promise.resolve(SYMBOL as never) },
    socket: (watcher) => {
      watcher({ state: "live", reason: null });
      return () => void (stopped = true);
    },
  });
  await service.orders();
  await service.positions();
});
afterEach(() => {
  service.destroy();
  vi.useRealTimers();
});

/** Lets the streams say what they have. */
const pass = () => vi.advanceTimersByTimeAsync(1000);
const orderOf = (id: string | undefined) => host.orders.findLast((each) => each.id === id);

describe("the broker for the charting library, without a server", () => {
  it("places an order and tells what becomes of it", async () => {
    const { orderId } = await service.placeOrder(BUY);
    await pass();

    expect(orderOf(orderId)).toMatchObject({ status: 2, filledQty: 10 });
    expect([host.executions.length, await service.positions()]).toMatchObject([1, [{ qty: 10 }]]);
    expect(host.notes).toEqual([["Done", "A: order placed", 1]]);
    expect(await service.executions("A")).toMatchObject([{ orderId }]);
  });

  it("places a second order when the first was told of, though all its replies were lost", async () => {
    loses = true;
    const failed = expect(service.placeOrder(WAITING)).rejects.toThrow("no answer");
    await vi.advanceTimersByTimeAsync(10_000);
    await failed;
    const first = new Set(host.orders.map(({ id }) => id));

    loses = false;
    const { orderId = "" } = await service.placeOrder(WAITING);

    expect([first.size, first.has(orderId)]).toEqual([1, false]);
  });

  it("modifies, cancels one and cancels several", async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await service.placeOrder(WAITING)).orderId ?? "");
    await pass();
    const [first = "", ...others] = ids;

    await service.modifyOrder({ ...WAITING, id: first, status: 6, qty: 3 });
    await service.cancelOrder(first);
    await service.cancelOrders("A", 1, others);
    await pass();

    expect(ids.map((id) => orderOf(id)?.status)).toEqual([1, 1, 1]);
    expect([orderOf(first)?.qty, (await service.ordersHistory()).length]).toEqual([3, 3]);
  });

  it("protects, reverses and closes a position", async () => {
    await service.placeOrder(BUY);
    await service.editPositionBrackets("A", { takeProfit: 120, stopLoss: 80 });
    await service.reversePosition("A");
    await service.closePosition("A", 4);
    await service.closePosition("A");
    await pass();

    expect(host.positions.map(({ qty, side }) => qty * side)).toEqual([10, 10, -10, -6, 0]);
    expect(await service.positions()).toEqual([]);
  });

  it("tells a refusal to the user and to who asked", async () => {
    const refused = service.cancelOrder("none");

    await expect(refused).rejects.toMatchObject({ code: "ORDER_NOT_FOUND" });
    expect(host.notes).toEqual([["ORDER_NOT_FOUND", "no order none", 0]]);
  });

  it("previews, and sets leverage", async () => {
    const { confirmId } = await service.previewOrder(BUY);
    const { infos } = await service.previewLeverage(LEVERAGE);
    await service.setLeverage(LEVERAGE);

    expect([confirmId, infos?.length]).toEqual(["c1", 1]);
    expect((await service.leverageInfo(LEVERAGE)).leverage).toBe(5);
  });

  it("is connected once the server says so, and says it", async () => {
    const before = service.connectionStatus();

    await pass();

    expect([before, service.connectionStatus()]).toEqual([2, 1]);
    expect(host.heard("connectionStatusUpdate")).toEqual([1]);
  });

  it("changes the account and has the library ask anew", async () => {
    service.setCurrentAccount("demo");
    service.setCurrentAccount("other");

    expect([service.currentAccount(), host.heard("currentAccountUpdate").length]).toEqual([
      "other",
      1,
    ]);
    await expect(service.orders()).rejects.toMatchObject({ code: "forbidden" });
    expect(await service.accountsMetainfo()).toMatchObject([{ id: "demo" }]);
  });

  it("tells equity while it is asked for, at once where it is known", async () => {
    await pass();
    service.subscribeEquity();
    const first = host.heard("equityUpdate");
    await service.placeOrder(BUY);
    await pass();
    service.unsubscribeEquity();
    await service.closePosition("A");
    await pass();

    expect([first, host.heard("equityUpdate").length]).toEqual([[100_000], 2]);
    const [balance] = service.accountManagerInfo().summary;
    expect(balance?.wValue.value()).toBe(100_000);
  });

  it("tells quotes while they are asked for", async () => {
    service.subscribeRealtime("A");
    await pass();
    service.unsubscribeRealtime("A");
    const heard = host.told.filter(({ name }) => name === "realtimeUpdate");
    await pass();

    expect(heard[0]?.args).toEqual(["A", { trade: 100, bid: 100, ask: 100, spread: 0 }]);
    expect(host.heard("realtimeUpdate").length).toBe(heard.length);
  });

  it("knows instruments, and lets the library format and list actions", async () => {
    const context = { symbol: "A", displaySymbol: "A", value: 1, formattedValue: "1", last: 1 };

    expect((await service.symbolInfo("A")).minTick).toBe(0.01);
    expect(await service.isTradable("A")).toEqual({ tradable: true });
    expect((await service.formatter("A", true)).format(1)).toBe("1");
    expect(await service.chartContextMenuActions(context)).toMatchObject([{ text: "Buy" }]);
    expect((await service.getSymbolSpecificTradingOptions()).allowedDurations).toContain("GTD");
  });

  it("tells nothing once it is gone", async () => {
    await pass();
    service.destroy();
    const told = host.told.length;

    await service.placeOrder(BUY);
    await pass();

    expect([stopped, host.told.slice(told).map(({ name }) => name)]).toEqual([
      true,
      ["showNotification"],
    ]);
  });

  it("tells the account's value to who watches it, at once where it is known", async () => {
    await pass();
    const values: number[] = [];
    service.watchEquity(({ equity }) => values.push(equity));
    await service.placeOrder(BUY);
    await pass();
    expect(values[0]).toBe(100_000);
    expect(values.length).toBeGreaterThan(1);
  });

  it("has no steps to tell without a ledger, and explains no fill", async () => {
    const steps: unknown[] = [];
    service.watchSteps((step) => steps.push(step));
    await pass();
    expect(steps).toEqual([]);
    await expect(service.explainExecution("x1")).rejects.toMatchObject({
      code: "EXECUTION_NOT_FOUND",
    });
  });
});
