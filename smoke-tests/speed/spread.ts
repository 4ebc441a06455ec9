/** Figures of several rounds in a line. */

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

/** Write the median and the range. */
export function spread(values: readonly number[], decimals: number): string {
  const [low, middle, high] = [Math.min(...values), quantile(values, 0.5), Math.max(...values)];
  return `${middle.toFixed(decimals)} (${low.toFixed(decimals)}-${high.toFixed(decimals)})`;
}
