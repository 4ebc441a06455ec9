import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mapOrder } from "@/plugins/mappers";
import { streamUrl } from "@/plugins/serverAddress";
import { WsAdapter } from "@/plugins/wsAdapter";
import { WebSocketBase, WebSocketClient } from "@/plugins/wsClientBase";
import { BrokerApi } from "@/plugins/broker/brokerApi";
import { AccountCheck, type CheckState } from "../broker/accountCheck";
import { RecordingHost } from "@/testing/recordingHost";
import type { PlacedOrder, PreOrder } from "@public/trading_terminal/charting_library";
import { BrokerTerminalService } from "../brokerTerminalService";

const [BUY, SELL] = [1, -1] as const;
const [LIMIT, MARKET, STOP] = [1, 2, 3] as const;
const [CANCELED, FILLED, INACTIVE, WORKING] = [1, 2, 3, 6] as const;
/** The library's own patience with an update of what it commanded. */
const TEN_SECONDS = 10_000;

const market = (symbol: string, side: 1 | -1, qty: number): PreOrder => ({
  symbol,
  side,
  qty,
  type: MARKET,
});

let host: RecordingHost;
let service: BrokerTerminalService;
let lastPrice: number;

beforeAll(() => {
  host = new RecordingHost();
  // Nothing is waited for: what the stream does not tell, no list tells in its place.
  service = new BrokerTerminalService(host, { wait: () => new Promise(() => undefined) });
});
afterAll(() => service.destroy());
beforeEach(async () => {
  await host.until(() => (service.connectionStatus() === 1 ? true : undefined));
  service.subscribeRealtime("BTC/USD");
  const quote = await host.until(
    ({ told }) => told.findLast(({ name }) => name === "realtimeUpdate")?.args[1],
  );
  lastPrice = (quote as { trade: number }).trade;
  host.told.length = 0;
});

/** A buy far below the market: it waits. */
function waiting(): PreOrder {
  const limitPrice = Math.round(lastPrice * 0.7);
  return { symbol: "BTC/USD", type: LIMIT, side: BUY, qty: 0.1, limitPrice };
}

describe("BrokerTerminalService - WebSocket Integration", { timeout: TEN_SECONDS }, () => {
  it("should receive order, execution, position and equity updates after placing", async () => {
    service.subscribeEquity();

    const { orderId } = await service.placeOrder(market("BTC/USD", BUY, 0.1));

    // These wait for ever if the backend is not broadcasting.
    const filled = await host.order(orderId, ({ status }) => status === FILLED);
    const held = await host.position("BTC/USD", ({ qty }) => qty > 0);
    expect([filled.filledQty, held.side]).toEqual([0.1, BUY]);
    expect(host.executions).toMatchObject([{ symbol: "BTC/USD", qty: 0.1, orderId }]);
    await host.until(({ told }) => told.find(({ name }) => name === "equityUpdate"));
  });

  it("closes the position: an update with its id and no quantity follows", async () => {
    await service.closePosition("BTC/USD");

    const flat = await host.position("BTC/USD", ({ qty }) => qty === 0);
    expect([flat.id, await service.positions()]).toEqual(["BTC/USD", []]);
  });

  it("modifies and cancels an order under its own id", async () => {
    const { orderId } = await service.placeOrder(waiting());
    const placed = await host.order(orderId, ({ status }) => status === WORKING);

    await service.modifyOrder({ ...placed, qty: 0.2 });
    const modified = await host.order(orderId, ({ qty }) => qty === 0.2);
    await service.cancelOrder(orderId ?? "");
    const canceled = await host.order(orderId, ({ status }) => status === CANCELED);

    expect([modified.status, canceled.qty]).toEqual([WORKING, 0.2]);
    const history = await service.ordersHistory();
    expect(history.map(({ id }) => id)).toContain(orderId);
  });

  it("cancels several, all of them or none", async () => {
    const ids = [];
    for (let i = 0; i < 2; i++) ids.push((await service.placeOrder(waiting())).orderId ?? "");

    await expect(service.cancelOrders("BTC/USD", BUY, [...ids, "none"])).rejects.toMatchObject({
      code: "ORDER_NOT_FOUND",
    });
    await service.cancelOrders("BTC/USD", BUY, ids);

    for (const id of ids) await host.order(id, ({ status }) => status === CANCELED);
  });

  it("protects a position, reverses it, and keeps the zero of a stop's type", async () => {
    await service.placeOrder(market("BTC/USD", BUY, 0.1));
    await host.position("BTC/USD", ({ qty }) => qty > 0);
    const [takeProfit, stopLoss] = [Math.round(lastPrice * 1.2), Math.round(lastPrice * 0.8)];

    await service.editPositionBrackets("BTC/USD", { takeProfit, stopLoss });
    const stop = await host.until(({ orders }) => orders.find(({ type }) => type === STOP));
    await service.reversePosition("BTC/USD");
    await host.position("BTC/USD", ({ side, qty }) => side === SELL && qty > 0);

    expect(stop).toMatchObject({ stopType: 0, parentId: "BTC/USD", parentType: 2, side: SELL });
    await host.order(stop.id, ({ status }) => status === CANCELED);
    await service.closePosition("BTC/USD");
    await host.position("BTC/USD", ({ qty }) => qty === 0);
  });

  it("waits with an order's brackets until it fills", async () => {
    const [takeProfit, stopLoss] = [Math.round(lastPrice), Math.round(lastPrice * 0.6)];

    const { orderId } = await service.placeOrder({ ...waiting(), takeProfit, stopLoss });

    const children = await host.until(({ orders }) => {
      const found = orders.filter(({ parentId }) => parentId === orderId);
      return found.length === 2 ? found : undefined;
    });
    expect(children.map(({ status, parentType }) => [status, parentType])).toEqual([
      [INACTIVE, 1],
      [INACTIVE, 1],
    ]);
    await service.cancelOrder(orderId ?? "");
  });

  it("previews an order and places it by the preview's confirmation", async () => {
    const order = waiting();
    const { sections, confirmId } = await service.previewOrder(order);

    const { orderId } = await service.placeOrder(order, confirmId);

    expect([sections.length > 0, typeof confirmId]).toEqual([true, "string"]);
    await host.order(orderId, ({ status }) => status === WORKING);
    await service.cancelOrder(orderId ?? "");
  });

  it("[E1] tells a refusal with its code and its sentence", async () => {
    const refused = service.placeOrder({ ...waiting(), limitPrice: -5 });

    await expect(refused).rejects.toMatchObject({ code: "ORDER_PRICE_RANGE", status: 422 });
    expect(host.notes).toEqual([["ORDER_PRICE_RANGE", expect.stringContaining("-5"), 0]]);
  });

  it("sets the leverage of a symbol", async () => {
    const params = { symbol: "BTC/USD", orderType: MARKET, side: BUY };
    const preview = await service.previewLeverage({ ...params, leverage: 3 });

    const set = await service.setLeverage({ ...params, leverage: 3 });

    const { leverage } = await service.leverageInfo(params);
    expect([set.leverage, leverage, preview.errors]).toEqual([3, 3, []]);
  });

  it("lists the account, and the executions of a symbol with a slash", async () => {
    const accounts = await service.accountsMetainfo();
    const executions = await service.executions("BTC/USD");

    expect(accounts).toMatchObject([{ id: service.currentAccount(), currency: "USD" }]);
    expect(executions.length).toBeGreaterThan(0);
  });
});

describe("a lost reply", { timeout: TEN_SECONDS }, () => {
  it("never doubles an order", async () => {
    let lost = 0;
    const losing: typeof fetch = async (request, init) => {
      const answer = await fetch(request, init);
      if ((request as Request).method !== "POST" || lost > 0) return answer;
      lost += 1;
      throw new TypeError("the reply was lost");
    };
    const careless = new BrokerTerminalService(new RecordingHost(), {
      api: new BrokerApi(losing),
    });
    const order = { ...waiting(), qty: 0.123 };

    const { orderId } = await careless.placeOrder(order);

    await host.order(orderId);
    const all = (await service.orders()).filter(({ qty }) => qty === 0.123);
    expect([lost, all.map(({ id }) => id)]).toEqual([1, [orderId]]);
    await service.cancelOrder(orderId ?? "");
    careless.destroy();
  });
});

describe("the account's stream", { timeout: TEN_SECONDS }, () => {
  it("[R6] goes on from a list without a seam: each update after it, once, no state", async () => {
    const before = await new BrokerApi().orders("demo");
    const { orderId } = await service.placeOrder(waiting());
    const base = new WebSocketBase(streamUrl());
    const stream = new WebSocketClient("orders", mapOrder, { base });
    const heard: string[] = [];
    const ended = new Promise<void>((resolve) => {
      const onUpdate = ({ id, status }: PlacedOrder): void => {
        heard.push(`${id} ${status}`);
        if (status === CANCELED) resolve();
      };
      const listener = { onUpdate, onReplace: () => void heard.push("state") };
      stream.listen({ accountId: "demo" }, listener, { from: before.at });
    });

    await service.cancelOrder(orderId ?? "");
    await ended;

    expect(heard).toEqual([`${orderId} ${WORKING}`, `${orderId} ${CANCELED}`]);
    expect(before.at.seq).toBeGreaterThan(0);
    base.close();
  });

  it("has the state that its hash says, after every step", async () => {
    const states: CheckState[] = [];
    const steps: number[] = [];
    const check = new AccountCheck("demo", new WsAdapter().account, {
      checked: (state) => states.push(state),
      stepped: ({ step }) => steps.push(step),
    });
    const brackets = { takeProfit: lastPrice * 1.3, stopLoss: Math.round(lastPrice * 0.5) };
    const takeProfit = Math.round(brackets.takeProfit);
    await expect.poll(() => states).toEqual(["agrees"]);

    await service.placeOrder({ ...market("BTC/USD", BUY, 0.1), ...brackets, takeProfit });
    await host.position("BTC/USD", ({ qty }) => qty > 0);
    await service.reversePosition("BTC/USD");
    await host.position("BTC/USD", ({ side, qty }) => side === SELL && qty > 0);
    await service.closePosition("BTC/USD");
    await host.position("BTC/USD", ({ qty }) => qty === 0);

    await expect.poll(() => check.book.positions.size).toBe(0);
    expect([states, steps.length > 5, check.book.executions.count > 3]).toEqual([
      ["agrees"],
      true,
      true,
    ]);
    check.close();
  });
});
