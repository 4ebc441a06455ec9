import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BrokerTerminalService } from "@/services/brokerTerminalService";
import { offlineService } from "@/testing/offlineService";
import { RecordingHost } from "@/testing/recordingHost";
import type { ChartSubject } from "../chartHost";
import { LicensedChartHost, type LicensedWidgetOptions } from "../licensedChartHost";

const subject = (symbol: string, resolution: string): ChartSubject => ({
  symbol,
  resolution,
  priceDecimals: 2,
  volumeDecimals: 0,
  timezone: "America/New_York",
  session: "0930-1600",
});

function noBroker(): never {
  throw new Error("this test has no broker");
}

function given(broker: LicensedWidgetOptions["broker_factory"] = noBroker) {
  const calls: string[] = [];
  const made: LicensedWidgetOptions[] = [];
  const scale = {
    setMode: (mode: number) => calls.push(`mode ${mode}`),
    setInverted: (inverted: boolean) => calls.push(`inverted ${inverted}`),
  };
  let ready = (): void => undefined;
  const chart = {
    setSymbol: (symbol: string) => calls.push(`symbol ${symbol}`),
    setResolution: (resolution: string) => calls.push(`resolution ${resolution}`),
    resetData: () => calls.push("reset data"),
    executeActionById: (action: string) => calls.push(action),
    setChartType: (type: number) => calls.push(`type ${type}`),
    setVisibleRange: ({ from, to }: { from: number; to: number }) =>
      Promise.resolve(void calls.push(`from ${from} to ${to}`)),
    getPanes: () => [{ getMainSourcePriceScale: () => scale }],
  };
  const widget = {
    onChartReady: (callback: () => void) => (ready = callback),
    activeChart: () => chart,
    changeTheme: (theme: string) => Promise.resolve(void calls.push(`theme ${theme}`)),
    resetCache: () => calls.push("reset cache"),
    remove: () => calls.push("removed"),
    takeClientScreenshot: () => Promise.reject(new Error("no picture in this test")),
  };
  const datafeed = {} as LicensedWidgetOptions["datafeed"];
  const host = new LicensedChartHost({} as HTMLElement, (options) => (made.push(options), widget), {
    datafeed,
    theme: () => "dark",
    broker,
  });
  return { host, calls, made, datafeed, becomeReady: () => ready() };
}

describe("the slot of the licensed library", () => {
  it("opens one widget on our datafeed, with the symbol, the resolution and the theme", () => {
    const { host, made, datafeed } = given();
    host.show(subject("AAPL", "5"));
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ datafeed, symbol: "AAPL", interval: "5", theme: "dark" });
  });

  it("keeps what is asked before the chart is ready until it is", async () => {
    const { host, calls, made, becomeReady } = given();
    host.show(subject("AAPL", "5"));
    host.show(subject("MSFT", "1D"));
    host.reload();
    expect(calls).toEqual([]);
    becomeReady();
    await Promise.resolve();
    await Promise.resolve();
    expect(made).toHaveLength(1);
    expect(calls).toEqual(["symbol MSFT", "resolution 1D", "reset cache", "reset data"]);
  });

  it("asks nothing of a widget that was removed", async () => {
    const { host, calls, becomeReady } = given();
    host.show(subject("AAPL", "5"));
    host.scrollToNewest();
    host.dispose();
    becomeReady();
    await Promise.resolve();
    await Promise.resolve();
    expect(calls).toEqual(["removed"]);
  });

  it("maps what the library has of its own: dialogs, styles, scales and ranges", async () => {
    const { host, calls, becomeReady } = given();
    host.show(subject("AAPL", "5"));
    becomeReady();
    host.own.openStudies();
    host.own.toggleTools();
    host.view.apply({ style: "area", scale: "logarithm", inverted: true, sessionBreaks: true });
    host.view.goTo(172_800_000);
    await Promise.resolve();
    await Promise.resolve();
    expect(calls).toEqual([
      ...["insertIndicator", "drawingToolbarAction"],
      ...["type 3", "mode 1", "inverted true", "from 86400 to 259200"],
    ]);
  });
});

describe("the library's own trading", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("reaches the broker's service, and hears of its order from there", async () => {
    const library = new RecordingHost();
    const { host, made } = given((told) => offlineService(told, 100));
    host.show(subject("A", "5"));

    const broker = made[0]?.broker_factory(library) as BrokerTerminalService;
    const { orderId } = await broker.placeOrder({ symbol: "A", type: 2, side: 1, qty: 10 });
    await vi.advanceTimersByTimeAsync(1000);

    expect(library.orders.findLast(({ id }) => id === orderId)).toMatchObject({ filledQty: 10 });
    expect(await broker.positions()).toMatchObject([{ symbol: "A", qty: 10 }]);
    broker.destroy();
  });
});
