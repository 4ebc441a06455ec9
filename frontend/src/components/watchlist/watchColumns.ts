/** The columns of a watchlist. */

import type { TableColumn } from "@/components/table/columns";
import { titleOf } from "@/composables/watchlist/lists";
import type { WatchRow } from "@/composables/watchlist/watchRows";
import type { DatafeedQuoteValues } from "@public/trading_terminal/charting_library";

const PERCENT_DECIMALS = 2;

type Figure = "lp" | "ch" | "chp" | "bid" | "ask" | "volume";

/** Read when the table sorts and exports: not reactive, or each tick would sort. */
const newest = (name: Figure) => (row: WatchRow) => {
  const values: DatafeedQuoteValues | null | undefined = row.watched?.newest;
  return values?.[name] ?? null;
};

/** As it is shown: a quotient has no exact decimals. */
const percentWritten = (row: WatchRow): number | null => {
  const percent = row.watched?.newest?.chp;
  return percent === undefined ? null : Number(percent.toFixed(PERCENT_DECIMALS));
};

const figure = (id: string, title: string, width: number, name: Figure): TableColumn<WatchRow> => ({
  id,
  title,
  kind: "number",
  width,
  value: newest(name),
});

/** Those that are shown first fit into the first layout's panel, 320 px. */
export const WATCH_COLUMNS: readonly TableColumn<WatchRow>[] = [
  {
    id: "symbol",
    title: "Symbol",
    kind: "text",
    width: 72,
    fixed: true,
    value: ({ entry }) => titleOf(entry) ?? entry,
  },
  figure("last", "Last", 75, "lp"),
  { ...figure("change", "Chg", 64, "ch"), hidden: true },
  { ...figure("percent", "Chg %", 58, "chp"), exported: percentWritten },
  { ...figure("bid", "Bid", 72, "bid"), hidden: true },
  { ...figure("ask", "Ask", 72, "ask"), hidden: true },
  { ...figure("volume", "Volume", 64, "volume"), hidden: true },
  {
    id: "day",
    title: "Day",
    kind: "drawing",
    width: 48,
    value: () => null,
  },
  {
    id: "state",
    title: "State",
    kind: "text",
    width: 66,
    value: ({ watched }) => watched?.state.value.word ?? null,
  },
];

/** Sorted by one of these, the order changes as prices do. */
export const MOVING: ReadonlySet<string> = new Set([
  "last",
  "change",
  "percent",
  "bid",
  "ask",
  "volume",
  "state",
]);
