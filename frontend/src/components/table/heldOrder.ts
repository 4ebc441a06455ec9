/**
 * Keep rows in the order in which they stood, so that none moves away under the pointer: new ones
 * come last, values are the newest.
 */
export function inHeldOrder<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  held: readonly string[],
): Row[] {
  const left = new Map(rows.map((row) => [idOf(row), row]));
  const kept: Row[] = [];
  for (const id of held) {
    const row = left.get(id);
    if (row === undefined) continue;
    kept.push(row);
    left.delete(id);
  }
  return [...kept, ...left.values()];
}
