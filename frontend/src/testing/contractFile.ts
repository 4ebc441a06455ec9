import { readFileSync } from "node:fs";

/** Reads a file of contract/ as it stands: bundlers refuse what only `JSON.parse` can read. */
export function contractFile(name: string): unknown {
  const url = new URL(`../../../contract/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}
