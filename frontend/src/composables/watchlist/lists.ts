/** The trader's watchlists: plain JSON, changed by functions that return new ones. */

export interface Watchlist {
  /** Unique among the lists. */
  name: string;
  /** Symbols, and sections as `###Title`; each once. */
  entries: readonly string[];
}

export interface Watchlists {
  lists: readonly Watchlist[];
  /** Unix ms of the last change by a trader; 0 for lists that nobody has changed. */
  changedAt: number;
}

/** Each symbol takes two of the 2,000 subscriptions that a connection may hold. */
export const MOST_SYMBOLS = 500;
export const LONGEST_NAME = 60;
export const NO_LISTS: Watchlists = { lists: [], changedAt: 0 };

const SECTION = "###";

export const sectionOf = (title: string): string => SECTION + title.replaceAll(",", " ").trim();

/** Return the title of a section; null for a symbol. */
export function titleOf(entry: string): string | null {
  return entry.startsWith(SECTION) ? entry.slice(SECTION.length) : null;
}

export function symbolsOf(entries: readonly string[]): string[] {
  return entries.filter((entry) => titleOf(entry) === null);
}

/** Add entries that are not there yet, behind `after` or at the end. */
export function added(
  entries: readonly string[],
  more: readonly string[],
  after: string | null = null,
): string[] {
  const fresh = [...new Set(more)].filter((entry) => !entries.includes(entry));
  const at = after === null ? -1 : entries.indexOf(after);
  return at < 0
    ? [...entries, ...fresh]
    : [...entries.slice(0, at + 1), ...fresh, ...entries.slice(at + 1)];
}

export function without<T>(all: readonly T[], one: T): T[] {
  return all.filter((each) => each !== one);
}

/** Put one to the place that another has. */
export function movedTo<T>(all: readonly T[], one: T, other: T): T[] {
  return movedBy(all, one, all.indexOf(other) - all.indexOf(one));
}

export function movedBy<T>(all: readonly T[], one: T, by: number): T[] {
  const rest = without(all, one);
  const to = Math.min(rest.length, Math.max(0, all.indexOf(one) + by));
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** Return a name that no list has: the wished one, or that with a number. */
export function freeName(lists: readonly Watchlist[], wished: string): string {
  const taken = new Set(lists.map(({ name }) => name));
  const first = wished.trim().slice(0, LONGEST_NAME) || "Watchlist";
  let name = first;
  for (let number = 2; taken.has(name); number += 1) name = `${first} ${number}`;
  return name;
}

/** Read what a browser or a server has kept; null for what is no document of watchlists. */
export function readLists(kept: unknown): Watchlists | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { lists, changedAt } = kept as Partial<Record<keyof Watchlists, unknown>>;
  if (!Array.isArray(lists) || typeof changedAt !== "number") return null;
  return { lists: lists.filter(isList), changedAt };
}

function isList(one: unknown): one is Watchlist {
  if (typeof one !== "object" || one === null) return false;
  const { name, entries } = one as Partial<Record<keyof Watchlist, unknown>>;
  const areTexts = Array.isArray(entries) && entries.every((entry) => typeof entry === "string");
  return typeof name === "string" && areTexts;
}
