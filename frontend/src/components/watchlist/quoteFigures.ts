/** What a row writes of its quote. */

import { formatChange, formatPercent, formatVolume } from "@/components/formatting/numbers";
import type { DatafeedQuoteValues } from "@public/trading_terminal/charting_library";

export type FigureName = "change" | "percent" | "volume";

interface Precision {
  decimals: number;
  volume: number;
}

const UNKNOWN = "–";

export function figureText(
  name: FigureName,
  quote: DatafeedQuoteValues | null,
  precision: Precision,
): string {
  const value = quote?.[name === "change" ? "ch" : name === "percent" ? "chp" : "volume"];
  if (value === undefined) return UNKNOWN;
  if (name === "percent") return formatPercent(value);
  if (name === "volume") return formatVolume(value, precision.volume);
  return formatChange(value, precision.decimals);
}
