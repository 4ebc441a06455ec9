/** Our view settings in the licensed library's numbers. */

import type { HoveredBar } from "../chartHost";
import type { LicensedChart, LicensedWidget } from "../licensedChartHost";
import type { ChartView, ViewSettings } from "./chartView";

/** What the slot asks of a scale of the library. */
export interface LicensedScale {
  setMode(mode: number): void;
  setInverted(inverted: boolean): void;
}

export interface LicensedPane {
  getMainSourcePriceScale(): LicensedScale | null;
}

/** As the library numbers them. */
const TYPES = { bars: 0, candles: 1, line: 2, area: 3, hollow: 9 } as const;
const MODES = { linear: 0, logarithm: 1, percentage: 2 } as const;

const DAY = 86_400_000;

type WithChart = (act: (chart: LicensedChart, widget: LicensedWidget) => void) => void;

/** Session breaks and the crosshairs of other charts are left to the library's own settings. */
export class LicensedView implements ChartView {
  constructor(
    private readonly _withChart: WithChart,
    private readonly _now: () => number = Date.now,
  ) {}

  apply({ style, scale, inverted }: ViewSettings): void {
    this._withChart((chart) => {
      chart.setChartType(TYPES[style]);
      const prices = chart.getPanes()[0]?.getMainSourcePriceScale();
      prices?.setMode(MODES[scale]);
      prices?.setInverted(inverted);
    });
  }

  showFrom(from: number): void {
    this._show(from, this._now());
  }

  goTo(time: number): void {
    this._show(time - DAY, time + DAY);
  }

  autoScale(): void {
    this._withChart((chart) => chart.executeActionById("chartReset"));
  }

  point(): HoveredBar | null {
    return null;
  }

  picture(): Promise<ImageBitmap> {
    return new Promise((resolve, reject) =>
      this._withChart((_, widget) => {
        void widget.takeClientScreenshot().then(createImageBitmap).then(resolve, reject);
      }),
    );
  }

  private _show(from: number, to: number): void {
    const seconds = (ms: number): number => Math.floor(ms / 1000);
    this._withChart(
      (chart) => void chart.setVisibleRange({ from: seconds(from), to: seconds(to) }),
    );
  }
}
