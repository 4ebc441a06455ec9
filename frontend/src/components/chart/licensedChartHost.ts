/** The slot of the licensed charting library, which brings its own datafeed client and legend. */

import type {
  IBasicDataFeed,
  IBrokerConnectionAdapterHost,
  IBrokerTerminal,
  IDatafeedQuotesApi,
} from "@public/trading_terminal/charting_library";
import type { ChartHost, ChartSubject } from "./chartHost";
import { LicensedView, type LicensedPane } from "./view/licensedView";

/** What the library does when its own menus are asked for it. */
export type LicensedAction =
  "timeScaleReset" | "chartReset" | "insertIndicator" | "drawingToolbarAction";

/** What the slot asks of the library's chart. */
export interface LicensedChart {
  setSymbol(symbol: string, options?: { dataReady?: () => void }): void;
  setResolution(resolution: string): void;
  resetData(): void;
  executeActionById(action: LicensedAction): void;
  setChartType(type: number): void;
  /** Both in Unix seconds. */
  setVisibleRange(range: { from: number; to: number }): Promise<void>;
  getPanes(): LicensedPane[];
}

/** What the slot asks of the library's widget. */
export interface LicensedWidget {
  takeClientScreenshot(): Promise<HTMLCanvasElement>;
  onChartReady(callback: () => void): void;
  activeChart(): LicensedChart;
  changeTheme(theme: "light" | "dark"): Promise<void>;
  resetCache(): void;
  remove(): void;
}

export interface LicensedWidgetOptions {
  container: HTMLElement;
  library_path: string;
  datafeed: IBasicDataFeed & IDatafeedQuotesApi;
  symbol: string;
  interval: string;
  timezone: string;
  theme: "light" | "dark";
  autosize: boolean;
  /** The library's own trading asks this broker, and nobody else. */
  broker_factory: (host: IBrokerConnectionAdapterHost) => IBrokerTerminal;
}

export type MakeLicensedWidget = (options: LicensedWidgetOptions) => LicensedWidget;

/** The parts of a host that the library cannot know by itself. */
export interface LicensedSurroundings {
  datafeed: IBasicDataFeed & IDatafeedQuotesApi;
  theme(): "light" | "dark";
  broker(host: IBrokerConnectionAdapterHost): IBrokerTerminal;
}

const LIBRARY_PATH = "/trading_terminal/";

export class LicensedChartHost implements ChartHost {
  readonly studies = null;
  readonly drawings = null;
  readonly trading = null;
  readonly view = new LicensedView((act) =>
    this._withChart((chart) => {
      if (this._widget) act(chart, this._widget);
    }),
  );
  readonly own = {
    openStudies: () => this._withChart((chart) => chart.executeActionById("insertIndicator")),
    toggleTools: () => this._withChart((chart) => chart.executeActionById("drawingToolbarAction")),
  };
  private _widget: LicensedWidget | null = null;
  private _ready: Promise<void> = Promise.resolve();

  constructor(
    private readonly _container: HTMLElement,
    private readonly _make: MakeLicensedWidget,
    private readonly _surroundings: LicensedSurroundings,
  ) {}

  show(subject: ChartSubject): void {
    if (!this._widget) {
      this._open(subject);
      return;
    }
    this._withChart((chart) => {
      chart.setSymbol(subject.symbol);
      chart.setResolution(subject.resolution);
    });
  }

  /** The library subscribes through its own datafeed; the page's bars are not needed. */
  update(): void {
    return undefined;
  }

  reload(): void {
    this._withChart((chart) => {
      this._widget?.resetCache();
      chart.resetData();
    });
  }

  scrollToNewest(): void {
    this._withChart((chart) => chart.executeActionById("timeScaleReset"));
  }

  applyColors(): void {
    const theme = this._surroundings.theme();
    this._withChart(() => void this._widget?.changeTheme(theme));
  }

  dispose(): void {
    this._widget?.remove();
    this._widget = null;
  }

  private _open(subject: ChartSubject): void {
    const widget = this._make({
      container: this._container,
      library_path: LIBRARY_PATH,
      datafeed: this._surroundings.datafeed,
      symbol: subject.symbol,
      interval: subject.resolution,
      timezone: subject.timezone,
      theme: this._surroundings.theme(),
      autosize: true,
      broker_factory: (host) => this._surroundings.broker(host),
    });
    this._widget = widget;
    this._ready = new Promise((resolve) => widget.onChartReady(resolve));
  }

  private _withChart(act: (chart: LicensedChart) => void): void {
    void this._ready.then(() => {
      if (this._widget) act(this._widget.activeChart());
    });
  }
}
