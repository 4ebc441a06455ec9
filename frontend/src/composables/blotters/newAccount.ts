/** A paper account that is about to be opened. */

import { readDecimal, ZERO } from "@/composables/ticket/decimal";
import type { AccountRequest } from "@/services/brokerTerminalService";

const LONGEST_ID = 32;

/** Make the id of an account from its name: what an address may hold, and free. */
export function idOf(name: string, taken: readonly string[]): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-");
  const id = words.replace(/^-+|-+$/g, "").slice(0, LONGEST_ID) || "account";
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** Read what was filled in; null with a sentence that says what is expected. */
export function readAccount(
  name: string,
  balance: string,
  taken: readonly string[],
): { account: AccountRequest; refusal: "" } | { account: null; refusal: string } {
  const title = name.trim();
  if (!title) return { account: null, refusal: "Expected a name." };
  const cash = readDecimal(balance.replaceAll(",", ""));
  if (!cash?.gt(ZERO)) return { account: null, refusal: "Expected a balance above 0." };
  const id = idOf(title, taken);
  return { account: { id, name: title, initialBalance: cash.toFixed() }, refusal: "" };
}
