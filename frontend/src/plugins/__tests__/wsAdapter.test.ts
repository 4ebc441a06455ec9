import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { wsRoutes } from "@clients/ws-types-generated";
import type { Bar } from "@public/trading_terminal/charting_library";
import { WsAdapter, WsFallback, type WsAdapterType } from "../wsAdapter";
import type { WsStream } from "../wsStream";

const BAR: Bar = { time: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
const PARAMS = { symbol: "AAPL", resolution: "1" };

describe("WsAdapter", () => {
  it("has one client a route of the contract", () => {
    expect(Object.keys(new WsAdapter()).sort()).toEqual(Object.keys(wsRoutes).sort());
    expectTypeOf<WsAdapter>().toExtend<WsAdapterType>();
  });
});

describe("WsFallback", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("feeds listeners from its mocker, with no server", async () => {
    const bars: Bar[] = [];
    const values = [BAR, null, { ...BAR, close: 2 }];
    const fallback = new WsFallback({ barsMocker: () => values.shift() ?? null });

    const topic = await fallback.bars?.subscribe("one", PARAMS, (bar) => bars.push(bar));
    vi.advanceTimersByTime(1000);

    expect(topic).toBe('mock:{"resolution":"1","symbol":"AAPL"}');
    expect(bars.map(({ close }) => close)).toEqual([1, 2]);
  });

  it.each(Object.keys(wsRoutes))('feeds "%s" from its mocker', async (route) => {
    const told: unknown[] = [];
    const values = ["one", null, "two"];
    const mocked: object = new WsFallback({ [`${route}Mocker`]: () => values.shift() ?? null });
    const stream = (mocked as Record<string, WsStream<object, unknown> | undefined>)[route];

    await stream?.subscribe("one", {}, (update) => told.push(update));
    vi.advanceTimersByTime(1000);
    await stream?.unsubscribe("one");

    expect([told, vi.getTimerCount()]).toEqual([["one", "two"], 0]);
  });

  it("has no stream without a mocker", () => {
    const { quotes, orders } = new WsFallback();

    expect([quotes, orders]).toEqual([undefined, undefined]);
  });
});
