/** Chooses the chart library at run time and loads it lazily. */

import type { IBasicDataFeed, IDatafeedQuotesApi } from "@public/trading_terminal/charting_library";
import { BrokerTerminalService } from "@/services/brokerTerminalService";
import { readChartColors } from "./chartColors";
import type { ChartEvents, ChartHost } from "./chartHost";
import type {
  MakeLicensedWidget,
  LicensedWidget,
  LicensedWidgetOptions,
} from "./licensedChartHost";

export interface ChartSurroundings extends ChartEvents {
  theme(): "light" | "dark";
  /** The datafeed for the licensed library, made only where that is present. */
  datafeed(): Promise<IBasicDataFeed & IDatafeedQuotesApi>;
}

declare global {
  interface Window {
    TradingView?: { widget: new (options: LicensedWidgetOptions) => LicensedWidget };
  }
}

const LICENSED_SCRIPT = "/trading_terminal/charting_library.js";

/** Return a host that draws into `element`: the licensed library where its files are, else ours. */
export async function createChartHost(
  element: HTMLElement,
  surroundings: ChartSurroundings,
  findLicensed: () => Promise<MakeLicensedWidget | null> = loadLicensed,
): Promise<ChartHost> {
  const makeWidget = await findLicensed();
  if (makeWidget) {
    const { LicensedChartHost } = await import("./licensedChartHost");
    const datafeed = await surroundings.datafeed();
    return new LicensedChartHost(element, makeWidget, {
      theme: () => surroundings.theme(),
      datafeed,
      broker: (host) => new BrokerTerminalService(host),
    });
  }
  const { KlineChartHost } = await import("./klineChartHost");
  return new KlineChartHost(element, readChartColors(element), surroundings);
}

/** Ask for the chart ahead of everything else that the screen loads: it is heavy, and seen first. */
export function preloadChart(): void {
  // Who needs it asks again, and hears why it does not come.
  if (!licensedIsInstalled) import("./klineChartHost").catch(() => undefined);
}

/** Whether the files lie in `public/`; a request for an absent one would be an error in the console. */
const licensedIsInstalled =
  Object.keys(import.meta.glob("/public/trading_terminal/charting_library.js", { query: "?url" }))
    .length > 0;

async function loadLicensed(): Promise<MakeLicensedWidget | null> {
  if (!licensedIsInstalled) return null;
  await loadScript(LICENSED_SCRIPT);
  const library = window.TradingView;
  return library ? (options) => new library.widget(options) : null;
}

function loadScript(source: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = source;
    // A library that does not load leaves the page to the other chart.
    script.onload = script.onerror = () => resolve();
    document.head.append(script);
  });
}
