import { describe, expect, it } from "vitest";
import type { AccountExecution, AccountStep, Equity } from "@/plugins/accountTypes";
import type { BrokerConnection } from "@/plugins/accountTypes";
import type { BrokerApiType } from "@/plugins/broker/brokerApiType";
import type { AccountOrder } from "@/plugins/accountTypes";
import { HandFedStream } from "@/testing/handFedStream";
import { RecordingHost } from "@/testing/recordingHost";
import type { Position, QuoteData } from "@public/trading_terminal/charting_library";
import { AccountSession } from "../accountSession";
import { BrokerLink } from "../brokerLink";

const HELD: Position = { id: "A", symbol: "A", qty: 2, side: 1, avgPrice: 100 };
const ORDER: AccountOrder = { id: "o1", symbol: "A", type: 1, side: 1, qty: 2, status: 6 };
const EQUITY = { equity: 1, balance: 1, unrealizedPL: 0, realizedPL: 0 };
const STEP = { step: 1, ts: 0, kind: "snapshot", executions: [], positions: [], balances: [] };

function one<T>(stream: HandFedStream<T>) {
  return [...stream.listeners.values()].at(-1);
}

/** A session of an account with one position and one order. */
async function given(history: AccountOrder[] | Error = []) {
  const ws = {
    orders: new HandFedStream<AccountOrder>(),
    positions: new HandFedStream<Position>(),
    executions: new HandFedStream<AccountExecution>(),
    equity: new HandFedStream<Equity>(),
    connection: new HandFedStream<BrokerConnection>(),
    account: new HandFedStream<AccountStep>(),
    quotes: new HandFedStream<QuoteData>(),
  };
  const listed = <T>(...items: T[]) =>
    Promise.resolve({ items, at: { epoch: "e", seq: 1 }, step: 1 });
  const api = {
    orders: () => listed(ORDER),
    positions: () => listed(HELD),
    ordersHistory: () => (history instanceof Error ? Promise.reject(history) : listed(...history)),
  } as unknown as BrokerApiType;
  const host = new RecordingHost();
  const link = new BrokerLink(({ status }) => host.connectionStatusUpdate(status));
  const values: Equity[] = [];
  const valued = (value: Equity): void => void values.push(value);
  const told: string[] = [];
  const steps: string[] = [];
  const world = {
    ...{ host, api, ws, link, valued },
    told: (subject: string) => void told.push(subject),
    stepped: ({ kind }: { kind: string }) => void steps.push(kind),
  };
  const session = new AccountSession("demo", world);
  await session.positions.values();
  await session.orders.values();
  await Promise.resolve();
  return { session, host, link, ws, values, told };
}

describe("the session of an account", () => {
  it("tells the library of orders, positions and executions as they change", async () => {
    const { host, ws } = await given();
    const fill = {
      id: "x",
      orderId: "o1",
      symbol: "A",
      price: 1,
      qty: 2,
      side: 1,
      time: 3,
    } as const;

    one(ws.orders)?.onUpdate({ ...ORDER, status: 2 });
    one(ws.executions)?.onReplace?.([fill]);
    one(ws.executions)?.onUpdate(fill);
    one(ws.positions)?.onUpdate({ ...HELD, qty: 4 });

    expect([host.orders, host.executions, host.positions]).toMatchObject([
      [{ id: "o1", status: 2 }],
      [fill],
      [{ id: "A", qty: 4 }],
    ]);
  });

  it("shows why an order was rejected", async () => {
    const { host, ws } = await given();
    const message = { type: "error", text: "no buying power" } as const;

    one(ws.orders)?.onUpdate({ ...ORDER, status: 5, reason: "MARGIN_INSUFFICIENT", message });
    one(ws.orders)?.onUpdate({ ...ORDER, id: "o2", status: 5 });

    expect(host.notes).toEqual([
      ["MARGIN_INSUFFICIENT", "A: no buying power", 0],
      ["Order rejected", "A: the broker rejected it", 0],
    ]);
  });

  it("values open positions at each quote: a long at the bid, a short at the ask", async () => {
    const { host, ws } = await given();
    const quote = (v: object): void => one(ws.quotes)?.onUpdate({ s: "ok", n: "A", v });

    quote({ bid: 110, ask: 112, lp: 111 });
    one(ws.positions)?.onUpdate({ ...HELD, side: -1 });
    quote({ bid: 110, ask: 112 });
    quote({ lp: 90 });
    quote({});
    one(ws.positions)?.onUpdate({ ...HELD, qty: 0 });

    const told = host.told.filter(({ name }) => name === "plUpdate").map(({ args }) => args);
    expect(told).toEqual([
      ["A", 20],
      ["A", -24],
      ["A", 20],
    ]);
    expect(ws.quotes.listeners.size).toBe(0);
  });

  it("tells of what is lost: a position is closed, an order as the history has it", async () => {
    const { host, ws } = await given([
      { ...ORDER, status: 1 },
      { ...ORDER, id: "other" },
    ]);

    one(ws.positions)?.onReplace?.([]);
    one(ws.orders)?.onReplace?.([]);
    await host.order("o1");

    expect([host.positions, host.orders]).toMatchObject([
      [{ id: "A", qty: 0 }],
      [{ id: "o1", status: 1 }],
    ]);
  });

  it("tells nothing of an ended order that is of an earlier day now", async () => {
    const ended = { ...ORDER, status: 5 } as const;
    const { host, ws } = await given([ended]);
    one(ws.orders)?.onUpdate(ended);

    one(ws.orders)?.onReplace?.([]);
    await new Promise((resolve) => setTimeout(resolve));

    expect([host.orders.length, host.notes.length]).toEqual([1, 1]);
  });

  it("tells nothing of a history that comes after its end", async () => {
    const { session, host, ws } = await given([{ ...ORDER, status: 1 }]);

    one(ws.orders)?.onReplace?.([]);
    session.close();
    await new Promise((resolve) => setTimeout(resolve));

    expect(host.orders).toEqual([]);
  });

  it("says of what it was told: orders, their keys, positions", async () => {
    const { ws, told } = await given();

    one(ws.orders)?.onUpdate({ ...ORDER, clientOrderId: "k1" });
    one(ws.positions)?.onUpdate(HELD);

    expect(told).toEqual(["demo/o1", "k1", "demo/A"]);
  });

  it("goes on when the history cannot be read", async () => {
    const { host, ws } = await given(new Error("no answer"));

    one(ws.orders)?.onReplace?.([]);
    one(ws.orders)?.onUpdate({ ...ORDER, id: "o2" });

    expect(host.orders.map(({ id }) => id)).toEqual(["o2"]);
  });

  it("hands on the account's value and the link's state", async () => {
    const { ws, link, values } = await given();
    link.hearSocket({ state: "live", reason: null });

    one(ws.equity)?.onUpdate(EQUITY);
    one(ws.connection)?.onUpdate({ status: 1, since: 0 });
    const connected = link.current.status;
    one(ws.executions)?.onStatus?.({ state: "failed" });

    expect([values, connected, link.current.status]).toEqual([[EQUITY], 1, 4]);
  });

  it.each(["account", "connection", "equity"] as const)(
    "is in error while its %s stream has failed",
    async (route) => {
      const { ws, link } = await given();
      link.hearSocket({ state: "live", reason: null });

      one(ws[route] as HandFedStream<unknown>)?.onStatus?.({ state: "failed" });

      expect(link.current).toEqual({ status: 4, message: `${route}: the stream failed` });
    },
  );

  it("shows a state that stays different from the server's", async () => {
    const { ws, link, host } = await given();
    link.hearSocket({ state: "live", reason: null });
    const equity = { ...EQUITY } as never;
    const wrong: AccountStep = { ...STEP, orders: [], equity, stateHash: "f00" };

    one(ws.account)?.onReplace?.([wrong]);
    one(ws.account)?.onReplace?.([wrong]);

    expect([link.current.status, ws.account.refreshed]).toEqual([4, 1]);
    expect(host.notes).toEqual([
      ["The account's state differs", expect.stringContaining("expected the state f00"), 0],
    ]);
  });

  it("leaves every stream when it ends", async () => {
    const { session, ws } = await given();

    session.close();

    expect(Object.values(ws).map(({ listeners }) => listeners.size)).toEqual(Array(7).fill(0));
  });
});
