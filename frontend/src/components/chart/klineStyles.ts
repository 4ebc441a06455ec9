/** The page's tokens in klinecharts' words. */

import type { DeepPartial, StateTextStyle, Styles } from "klinecharts";
import { fade } from "./chartColors";
import type { ChartColors } from "./chartHost";

export const FONT = '"Inter Variable", system-ui, sans-serif';
const SIZE = 11;

const MARK = {
  style: "fill" as const,
  family: FONT,
  size: SIZE,
  weight: 400,
  paddingLeft: 4,
  paddingTop: 3,
  paddingRight: 4,
  paddingBottom: 3,
  borderStyle: "solid" as const,
  borderDashedValue: [],
  borderSize: 0,
  borderColor: "transparent",
  borderRadius: 2,
};

function label(colors: ChartColors): DeepPartial<StateTextStyle> {
  return {
    family: FONT,
    size: SIZE,
    color: colors.bg,
    backgroundColor: colors.muted,
    borderColor: colors.muted,
    borderRadius: 2,
  };
}

function candle(colors: ChartColors): DeepPartial<Styles["candle"]> {
  const { up, down, muted } = colors;
  const mark = { ...MARK, color: colors.bg };
  return {
    bar: {
      upColor: up,
      downColor: down,
      noChangeColor: muted,
      upBorderColor: up,
      downBorderColor: down,
      noChangeBorderColor: muted,
      upWickColor: up,
      downWickColor: down,
      noChangeWickColor: muted,
    },
    priceMark: {
      high: { show: false },
      low: { show: false },
      last: {
        upColor: up,
        downColor: down,
        noChangeColor: muted,
        line: { style: "dashed", dashedValue: [2, 3], size: 1 },
        text: { ...mark, weight: 600 },
        // The time that is left of the bar, below its price.
        extendTexts: [{ ...mark, show: true, position: "below_price", updateInterval: 1000 }],
      },
    },
    // The page writes the legend itself.
    tooltip: { showRule: "none" },
  };
}

function axis(colors: ChartColors): DeepPartial<Styles["xAxis"]> {
  return {
    axisLine: { color: colors.line },
    tickLine: { show: false },
    tickText: { color: colors.muted, family: FONT, size: SIZE },
  };
}

function indicator(colors: ChartColors): DeepPartial<Styles["indicator"]> {
  const { up, down, muted } = colors;
  const fill = {
    upColor: fade(up, 0.45),
    downColor: fade(down, 0.45),
    noChangeColor: fade(muted, 0.45),
  };
  const circles = [{ upColor: up, downColor: down, noChangeColor: muted }];
  return { ohlc: fill, bars: [fill], circles, tooltip: { showRule: "none" } };
}

/** Return the styles for a theme. */
export function klineStyles(colors: ChartColors): DeepPartial<Styles> {
  const gridLine = { color: fade(colors.line, 0.6), style: "solid" as const };
  const crosshair = { line: { color: colors.muted, dashedValue: [3, 3] }, text: label(colors) };
  return {
    grid: { horizontal: gridLine, vertical: gridLine },
    candle: candle(colors),
    indicator: indicator(colors),
    xAxis: axis(colors),
    yAxis: axis(colors),
    separator: { color: colors.line },
    crosshair: { horizontal: crosshair, vertical: crosshair },
  };
}
