/** A watchlist as text: TradingView's `###Section,SYMBOL,SYMBOL`, by commas or by lines. */

import { added, MOST_SYMBOLS, sectionOf, symbolsOf, titleOf } from "./lists";

/** Read symbols and sections, each once, in their order. */
export function entriesOf(text: string): string[] {
  const read = text
    .split(/[,;\r\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(entryOf);
  return added([], read);
}

export function textOfEntries(entries: readonly string[]): string {
  return entries.join(",") + "\n";
}

/** What became of the symbols of a text. */
export interface Imported {
  entries: string[];
  /** Symbols that the server does not know. */
  unknown: string[];
}

/**
 * Find each symbol as it is written or without the exchange before it; `find` returns the name
 * under which the server knows one, null for an unknown one.
 */
export async function knownEntries(
  entries: readonly string[],
  find: (symbol: string) => Promise<string | null>,
): Promise<Imported> {
  const symbols = symbolsOf(entries);
  const found = new Map<string, string | null>();
  const look = async (symbol: string): Promise<void> => {
    const bare = symbol.slice(symbol.indexOf(":") + 1);
    found.set(symbol, (await find(symbol)) ?? (bare === symbol ? null : await find(bare)));
  };
  await eachOf(symbols, look);
  const known = entries.flatMap((entry) =>
    titleOf(entry) === null ? (found.get(entry) ?? []) : entry,
  );
  return { entries: added([], known), unknown: symbols.filter((one) => !found.get(one)) };
}

/** Say why entries cannot all be in one list; null where they can. */
export function tooMany(entries: readonly string[]): string | null {
  const { length } = symbolsOf(entries);
  if (length <= MOST_SYMBOLS) return null;
  return `A list holds ${MOST_SYMBOLS} symbols at most; this would make ${length}.`;
}

const AT_ONCE = 4;

async function eachOf(all: readonly string[], act: (one: string) => Promise<void>): Promise<void> {
  const left = [...all];
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function entryOf(part: string): string {
  const title = titleOf(part);
  return title === null ? part.toUpperCase() : sectionOf(title);
}
