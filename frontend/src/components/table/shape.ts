/** How a table stands: which columns, in which order, how wide, sorted by what. Plain JSON. */

import type { TableColumn } from "./columns";

export interface TableShape {
  /** All columns that were known when it was kept. */
  order: string[];
  hidden: string[];
  /** Px of those that were drawn to a width; the others share what is left. */
  widths: Record<string, number>;
  sort: { id: string; desc: boolean } | null;
}

type Columns = readonly Pick<TableColumn<never>, "id" | "hidden" | "kind" | "wide">[];

const LEAST_WIDTH = 40;

export function firstShape(
  columns: Columns,
  sort: TableShape["sort"] = null,
  narrow = false,
): TableShape {
  const isHidden = ({ hidden, wide }: Columns[number]): boolean =>
    hidden === true || (narrow && wide === true);
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(isHidden).map(({ id }) => id),
    widths: {},
    sort,
  };
}

/** Complete what a layout has kept: columns that came since stand where they were declared. */
export function readShape(kept: unknown, first: TableShape): TableShape {
  if (typeof kept !== "object" || kept === null) return first;
  const found = kept as Partial<TableShape>;
  const known = new Set(first.order);
  const order = Array.isArray(found.order) ? found.order.filter((id) => known.has(id)) : [];
  const newer = first.order.filter((id) => !order.includes(id));
  const hidden = Array.isArray(found.hidden) ? found.hidden.filter((id) => known.has(id)) : [];
  const sort = found.sort === undefined ? first.sort : found.sort;
  return {
    order: newer.reduce((all, id) => inserted(all, id, first.order.indexOf(id)), order),
    hidden: [...hidden, ...newer.filter((id) => first.hidden.includes(id))],
    widths: { ...found.widths },
    sort: sort && known.has(sort.id) ? sort : null,
  };
}

/** Sort by a column, then the other way round, then as the rows come. */
export function sortedBy(shape: TableShape, { id, kind }: Columns[number]): TableShape {
  const first = kind !== "text";
  const { sort } = shape;
  if (sort?.id !== id) return { ...shape, sort: { id, desc: first } };
  return { ...shape, sort: sort.desc === first ? { id, desc: !first } : null };
}

/** Put a column before or after the one that stands `by` places further. */
export function moved(shape: TableShape, id: string, by: number): TableShape {
  const at = shape.order.indexOf(id);
  const rest = shape.order.filter((one) => one !== id);
  const to = Math.min(rest.length, Math.max(0, at + by));
  return { ...shape, order: inserted(rest, id, to) };
}

/** Put a column where another one is. */
export function movedTo(shape: TableShape, id: string, other: string): TableShape {
  return moved(shape, id, shape.order.indexOf(other) - shape.order.indexOf(id));
}

export function toggled(shape: TableShape, id: string): TableShape {
  const isHidden = shape.hidden.includes(id);
  const hidden = isHidden ? shape.hidden.filter((one) => one !== id) : [...shape.hidden, id];
  return { ...shape, hidden };
}

export function resized(shape: TableShape, id: string, px: number): TableShape {
  return { ...shape, widths: { ...shape.widths, [id]: Math.max(LEAST_WIDTH, Math.round(px)) } };
}

type Track = Pick<TableColumn<never>, "id" | "width" | "kind">;

/** The tracks of the grid that draws these columns. */
export function tracksOf(columns: readonly Track[], widths: TableShape["widths"]): string {
  return columns
    .map(({ id, width, kind }) => {
      const drawn = widths[id];
      if (drawn !== undefined) return `${drawn}px`;
      return kind === "controls" ? `${width}px` : `minmax(${width}px, ${width}fr)`;
    })
    .join(" ");
}

/** In px; a narrower table is scrolled. */
export function leastWidth(columns: readonly Track[], widths: TableShape["widths"]): number {
  return columns.reduce((sum, { id, width }) => sum + (widths[id] ?? width), 0);
}

function inserted(all: readonly string[], id: string, at: number): string[] {
  return [...all.slice(0, at), id, ...all.slice(at)];
}
