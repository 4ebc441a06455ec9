/** Draws a line where a session begins: an indicator of klinecharts without a value. */

import { registerIndicator, type Chart, type IndicatorDrawParams } from "klinecharts";
import { localClock } from "../timeTicks";
import { sessionBreaks, sessionStarts } from "./sessionBreaks";

/** What the lines follow from; it travels with the indicator. */
export interface BreakLines {
  /** TradingView's spelling of the instrument's sessions. */
  session: string;
  timezone: string;
  color: string;
}

const NAME = "sessionBreaks";
/** Closer together, in px, they would be a pattern. */
const LEAST_DISTANCE = 40;

registerIndicator<unknown, unknown, BreakLines | null>({
  name: NAME,
  calc: () => [],
  zLevel: -1,
  draw: (params) => {
    if (params.indicator.extendData) drawLines(params, params.indicator.extendData);
    return true;
  },
});

/** Draw the lines on the candles; null takes them away. */
export function showSessionBreaks(chart: Chart, lines: BreakLines | null): void {
  chart.removeIndicator({ id: NAME });
  if (lines === null) return;
  chart.createIndicator({ id: NAME, name: NAME, paneId: "candle_pane", extendData: lines }, true);
}

function drawLines(
  { ctx, chart, bounding, xAxis }: IndicatorDrawParams<unknown, unknown, unknown>,
  { session, timezone, color }: BreakLines,
): void {
  const bars = chart.getDataList();
  const { from, to } = chart.getVisibleRange();
  const timeAt = (index: number): number => bars[index]?.timestamp ?? 0;
  const found = sessionBreaks(
    { from, to: Math.min(to, bars.length) },
    timeAt,
    localClock(timezone),
    sessionStarts(session),
  );
  const half = chart.getBarSpace().halfBar;
  const places = found.map((index) => Math.round(xAxis.convertToPixel(index) - half) + 0.5);
  if (places.some((x, at) => at > 0 && x - (places[at - 1] ?? 0) < LEAST_DISTANCE)) return;
  ctx.strokeStyle = color;
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  for (const x of places) {
    ctx.moveTo(x, 0);
    ctx.lineTo(x, bounding.height);
  }
  ctx.stroke();
}
