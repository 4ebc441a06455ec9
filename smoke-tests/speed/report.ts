/** What a run prints: a line a figure, over all rounds. */
import type { ColdStart } from "./coldStart";
import type { Options } from "./options";
import type { Round } from "./speedRound";
import { spread } from "./spread";

/** Symbols of the page that the crowd is compared with, in the same round. */
export const FEW = 10;

export interface Measured {
  cold: ColdStart;
  few: Round;
  many: Round;
}

type Line = [what: string, read: (one: Measured) => number, decimals: number];

const LINES: Line[] = [
  ["main thread, share of a core", ({ many }) => many.steady.task, 3],
  ["  of it script", ({ many }) => many.steady.script, 3],
  ["  of it layout and style", ({ many }) => many.steady.layout + many.steady.style, 3],
  ["  times that of 10 symbols", ({ many, few }) => many.steady.task / few.steady.task, 2],
  ["main thread while scrolling", ({ many }) => many.scrolling.task, 3],
  ["quotes a second", ({ many }) => many.updatesPerSecond, 0],
  ["from the first live row until all tick, ms", ({ many }) => many.openedMs, 0],
  ["callback to cell, frames p99", ({ many }) => many.framesP99, 0],
  ["callback to cell, ms p50", ({ many }) => many.waitP50, 1],
  ["callback to cell, ms p99", ({ many }) => many.waitP99, 1],
  ["between frames while scrolling, ms p50", ({ many }) => many.intervalP50, 1],
  ["between frames while scrolling, ms p99", ({ many }) => many.intervalP99, 1],
  ["  the same with 10 symbols", ({ few }) => few.intervalP99, 1],
  ["long tasks a minute while scrolling", ({ many }) => many.longTasksPerMinute, 1],
  ["first useful paint, ms", ({ cold }) => cold.usefulMs, 0],
  ["  of it processor time of the main thread, ms", ({ cold }) => cold.threadMs, 0],
  ["kB before the chart, compressed", ({ cold }) => cold.bytesBeforeChart / 1000, 0],
  ["kB until the useful paint, compressed", ({ cold }) => cold.bytes / 1000, 0],
];

export function printReport(rounds: readonly Measured[], { symbols }: Options): void {
  const head = `median (range) of ${rounds.length} rounds, ${symbols} symbols`;
  const lines = LINES.map(
    ([what, read, decimals]) => `${what.padEnd(46)} ${spread(rounds.map(read), decimals)}`,
  );
  process.stdout.write(["", head, ...lines, ""].join("\n"));
}
