/**
 * Return heights, in the order given, at which labels do not cover each other: each as near to
 * its line as those above it leave room, and none above `top`.
 */
export function spread(heights: readonly number[], apart: number, top: number): number[] {
  const order = heights.map((_, index) => index);
  const at = (index: number): number => heights[index] ?? 0;
  order.sort((one, other) => at(one) - at(other));
  const spreadOut = [...heights];
  let free = top;
  for (const index of order) {
    const height = Math.max(at(index), free);
    spreadOut[index] = height;
    free = height + apart;
  }
  return spreadOut;
}
