import { describe, expect, it } from "vitest";
import type { ChartSubject } from "../chartHost";
import { LicensedChartHost, type LicensedWidgetOptions } from "../licensedChartHost";

const subject = (symbol: string, resolution: string): ChartSubject => ({
  symbol,
  resolution,
  priceDecimals: 2,
  volumeDecimals: 0,
  timezone: "America/New_York",
});

function given() {
  const calls: string[] = [];
  const made: LicensedWidgetOptions[] = [];
  let ready = (): void => undefined;
  const chart = {
    setSymbol: (symbol: string) => calls.push(`symbol ${symbol}`),
    setResolution: (resolution: string) => calls.push(`resolution ${resolution}`),
    resetData: () => calls.push("reset data"),
    executeActionById: (action: string) => calls.push(action),
  };
  const widget = {
    onChartReady: (callback: () => void) => (ready = callback),
    activeChart: () => chart,
    changeTheme: (theme: string) => Promise.resolve(void calls.push(`theme ${theme}`)),
    resetCache: () => calls.push("reset cache"),
    remove: () => calls.push("removed"),
  };
  const datafeed = {} as LicensedWidgetOptions["datafeed"];
  const host = new LicensedChartHost({} as HTMLElement, (options) => (made.push(options), widget), {
    datafeed,
    theme: () => "dark",
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
});
