/** What is left of a value that is sent, or shown, without what is absent. */

/** Every decimal of so many digits comes back from a binary number as it was. */
const SURE_DIGITS = 15;

/** What is there: zero and false are, null and undefined are not. */
export function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = (Object.entries(value) as [string, unknown][])
    .filter(([, member]) => member != null)
    .map(([name, member]) => [name, typeof member === "number" ? decimal(member) : member]);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Arithmetic in binary leaves 57 * 0.01 beside every step of a price: sent is the decimal meant. */
export function decimal(value: number): number {
  return Number(value.toPrecision(SURE_DIGITS));
}
