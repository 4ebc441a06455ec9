/** A table as CSV by RFC 4180: exact numbers, UTC times in ISO 8601, no formulas. */

import { plainNumber } from "@/components/formatting/numbers";
import type { CellValue, TableColumn } from "./columns";

const NEEDS_QUOTES = /[",\r\n]/;
/** A spreadsheet takes a text that begins so for something to compute. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;
const LINE_END = "\r\n";

/** Write the columns, buttons and drawings left out, with their titles above them. */
export function csvOf<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const written = columns.filter(({ kind }) => kind !== "controls" && kind !== "drawing");
  const head = written.map(({ title, kind }) => field(kind === "time" ? `${title} (UTC)` : title));
  const lines = rows.map((row) => written.map((column) => cell(column, row)));
  return [head, ...lines].map((fields) => fields.join(",") + LINE_END).join("");
}

function cell<Row>(column: TableColumn<Row>, row: Row): string {
  const value: CellValue = column.exported ? column.exported(row) : column.value(row);
  if (value === null) return "";
  if (typeof value === "string") return field(value);
  return column.kind === "time" ? new Date(value).toISOString() : plainNumber(value);
}

/** Quote what must be; an apostrophe keeps a text from being computed. */
function field(text: string): string {
  const safe = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
