/** The line of a day as the points of an SVG polyline. */

const EDGE = 1;

/** Fit values into a box, oldest at the left; empty for fewer than two. */
export function sparkPoints(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return "";
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = (width - 2 * EDGE) / (values.length - 1);
  const yOf = (value: number): number =>
    span === 0 ? height / 2 : height - EDGE - ((value - low) / span) * (height - 2 * EDGE);
  return values
    .map((value, at) => `${(EDGE + at * step).toFixed(1)},${yOf(value).toFixed(1)}`)
    .join(" ");
}
