/** Draws indicators by klinecharts. */

import type { Chart, Indicator, IndicatorStyle } from "klinecharts";
import { formatPrice, formatVolume } from "../../formatting/numbers";
import type { ChartColors } from "../chartHost";
import type { ChartStudies, Study, StudyReading, StudyValue } from "./study";

const CANDLES = "candle_pane";
const PANE_HEIGHT = 0.16;
const LEAST_PANE_HEIGHT = 48;

export class KlineStudies implements ChartStudies {
  private _shown: readonly Study[] = [];

  constructor(
    private readonly _chart: Chart,
    private _colors: ChartColors,
  ) {}

  show(studies: readonly Study[]): void {
    const wanted = new Map(studies.map((study) => [study.id, study]));
    for (const { id, onCandles } of this._shown) {
      if (wanted.get(id)?.onCandles !== onCandles) this._chart.removeIndicator({ id });
    }
    const drawn = new Set(this._chart.getIndicators().map(({ id }) => id));
    const [known, fresh] = [true, false].map((is) => studies.filter((s) => drawn.has(s.id) === is));
    fresh?.forEach((study) => this._create(study));
    this._change(known?.filter((study) => !this._shown.includes(study)) ?? []);
    this._shown = studies;
  }

  read(time: number | null): StudyReading[] {
    const bars = this._chart.getDataList();
    const at = time === null ? bars.length - 1 : bars.findIndex((bar) => bar.timestamp === time);
    return this._shown.flatMap((study) => {
      const [indicator] = this._chart.getIndicators({ id: study.id });
      if (!indicator) return [];
      const top = study.onCandles ? null : (this._chart.getSize(study.id, "root")?.top ?? 0);
      return { id: study.id, top, values: this._valuesAt(at, indicator) };
    });
  }

  /** Draw all in the colours of another theme. */
  paint(colors: ChartColors): void {
    this._colors = colors;
    this._change(this._shown);
  }

  private _create(study: Study): void {
    const { id, name, params, visible } = study;
    const paneId = study.onCandles ? CANDLES : id;
    const styles = { lines: this._lines(study) };
    this._chart.createIndicator({ id, name, calcParams: params, visible, paneId, styles }, true);
    if (study.onCandles) return;
    const whole = this._chart.getDom()?.clientHeight ?? 0;
    const height = Math.round(Math.max(LEAST_PANE_HEIGHT, whole * PANE_HEIGHT));
    this._chart.setPaneOptions({ id: paneId, height, minHeight: LEAST_PANE_HEIGHT });
  }

  private _change(studies: readonly Study[]): void {
    for (const study of studies) {
      const { id, name, params, visible } = study;
      const styles = { lines: this._lines(study) };
      this._chart.overrideIndicator({ id, name, calcParams: params, visible, styles });
    }
    // A change of colour alone is not seen by the library.
    if (studies.length > 0) this._chart.resize();
  }

  private _lines({ colors }: Study): IndicatorStyle["lines"] {
    return colors.map((name) => ({
      color: this._colors[name],
      style: "solid",
      size: 1,
      smooth: false,
      dashedValue: [],
    }));
  }

  private _valuesAt(at: number, indicator: Indicator): StudyValue[] {
    const result = (indicator.result[at] ?? {}) as Record<string, unknown>;
    let lines = -1;
    return indicator.figures.flatMap(({ key, title = "", type }) => {
      if (type === "line") lines += 1;
      const value = result[key];
      if (title === "" || typeof value !== "number") return [];
      const line = type === "line" ? lines : null;
      const drawn = line === null ? undefined : indicator.styles?.lines?.[line]?.color;
      const text = this._write(value, indicator);
      return {
        title: title.replace(/:\s*$/, ""),
        text,
        color: drawn ?? this._colors.text,
        line,
      };
    });
  }

  private _write(value: number, { precision, shouldFormatBigNumber }: Indicator): string {
    return shouldFormatBigNumber ? formatVolume(value, precision) : formatPrice(value, precision);
  }
}
