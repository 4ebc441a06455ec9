import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a run is asked to do; `scripts/terminal_speed/run.py` writes it. */
export interface Options {
  /** Symbols in the watchlist, of 500. */
  symbols: number;
  /** Length of each phase of a round. */
  seconds: number;
  rounds: number;
  /** Minutes of ticking in which the heap is watched. */
  heapMinutes: number;
  /** Folder of the figures. */
  out: string;
}

export const options = (): Options =>
  JSON.parse(process.env["TERMINAL_SPEED"] ?? "null") as Options;

/** Keep what was measured in the folder of the run. */
export function keep({ out }: Options, name: string, content: object): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, name), JSON.stringify(content, null, 1));
}
