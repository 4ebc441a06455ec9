/** What a table shows of a row: its columns. */

/** What a cell sorts by and exports; times are Unix ms. Null is unknown, and sorts last. */
export type CellValue = string | number | null;

export interface TableColumn<Row> {
  /** Kept in saved layouts; the slot `cell-<id>` may draw the cell. */
  id: string;
  title: string;
  /**
   * `controls` are buttons: they stay at the end, are not sorted, hidden or exported. A `drawing`
   * is not exported.
   */
  kind: "text" | "number" | "time" | "drawing" | "controls";
  /** Its share of the table's width, and in px the least that it takes. */
  width: number;
  /** Names the zone that times are shown in, beside the title; an export is in UTC. */
  zone?(): string;
  value(row: Row): CellValue;
  /** What is shown; without it the value. */
  text?(row: Row): string;
  /** What is exported; without it the value: exact, where `text` is rounded. */
  exported?(row: Row): CellValue;
  hint?(row: Row): string | undefined;
  tone?(row: Row): Tone;
  /** Not shown until it is chosen. */
  hidden?: boolean;
  /** On a narrow screen not shown until it is chosen. */
  wide?: boolean;
  /** Cannot be hidden. */
  fixed?: boolean;
}

export type Tone = "up" | "down" | "flat" | "muted" | "stale" | "danger";

/** Write what a cell shows. */
export function cellText<Row>(column: TableColumn<Row>, row: Row): string {
  if (column.text) return column.text(row);
  const value = column.value(row);
  return value === null ? "" : String(value);
}
