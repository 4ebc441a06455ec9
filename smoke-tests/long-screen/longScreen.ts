/** Runs the long screen: a real server, a real browser, many topics, a long time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { ScreenReport } from "../../frontend/src/testing/longScreen/screenReport";
import { Server } from "../support/server";
import { drawChart } from "./chart";
import { writeTicks } from "./fastFeed";
import { sampleEverySeconds, type Options } from "./options";
import { Probes, type Sample } from "./probes";
import { ScreenPage, buildPage } from "./screenPage";
import { printProgress, printSummary } from "./summary";
import { chooseTopics } from "./topics";
import { memoryFaults, overallFaults, topicFaults } from "./verdict";
import type { WireTotals } from "./wireTally";
import { Witness } from "./witness";

/** Longer than building, starting and stopping take: a replay must not end before the run. */
const SPARE_SECONDS = 120;
const TROUBLE = /Traceback|ERROR|CRITICAL/;

export interface Outcome {
  samples: Sample[];
  /** The page's own, from the last moment before the feed ended. */
  report: ScreenReport;
  wire: WireTotals;
  /** Empty for a run in which everything was right. */
  faults: string[];
}

/** Run as `options` ask, in `page`; prints as it goes, and leaves pictures and samples in `options.out`. */
export async function longScreen(page: Page, options: Options): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "long-screen-"));
  const server = new Server(serverFlags(folder, options));
  try {
    buildPage(join(folder, "page"), options.plant);
    await server.start();
    const screen = new ScreenPage(page, join(folder, "page"));
    const outcome = await run(server, screen, options);
    printSummary(outcome);
    keep(outcome, options);
    return outcome;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(server: Server, screen: ScreenPage, options: Options): Promise<Outcome> {
  const topics = await chooseTopics(server.url, options.topics);
  const witness = await Witness.open(server.url, topics);
  await screen.open(server.url, topics);
  await pause(options.warmUpSeconds * 1000);
  await screen.startMeasuring();
  const samples = await measure(await Probes.attach(screen.page, server.pid), screen, options);
  const report = await screen.report();
  const sockets = screen.sockets.length;
  mkdirSync(options.out, { recursive: true });
  await screen.page.screenshot({ path: join(options.out, "screen.png") });
  await endFeed(server, screen, witness);
  const faults = [
    ...overallFaults({ report, sockets, refused: screen.tally.refused, errors: screen.errors }),
    ...memoryFaults(samples),
    ...(await lastValueFaults(screen, witness)),
  ];
  if (TROUBLE.test(server.output)) faults.push(`the server complained:\n${server.output}`);
  return { samples, report, wire: { ...screen.tally.totals(), sockets }, faults };
}

async function measure(probes: Probes, screen: ScreenPage, options: Options): Promise<Sample[]> {
  const samples: Sample[] = [];
  const begun = performance.now();
  const every = sampleEverySeconds(options);
  for (let number = 0; number * every <= options.seconds; number += 1) {
    await pause(Math.max(0, begun + number * every * 1000 - performance.now()));
    const atS = (performance.now() - begun) / 1000;
    samples.push(await probes.sample(atS, screen.tally.updates));
    printProgress(samples, await screen.report(), options.seconds);
  }
  return samples;
}

/**
 * End the server as an operator does: it publishes what is due and sends it to everybody before it
 * closes, so that page and witness end at the same update of each topic.
 */
async function endFeed(server: Server, screen: ScreenPage, witness: Witness): Promise<void> {
  const heardAll = Promise.all([screen.heardAll(), witness.heardAll()]);
  await server.stop();
  await heardAll;
  // Rows are drawn ten times a second: by now the last values are on them.
  await screen.page.waitForTimeout(500);
}

async function lastValueFaults(screen: ScreenPage, witness: Witness): Promise<string[]> {
  const [{ topics }, shown] = [await screen.report(), await screen.shown()];
  return topics.flatMap((page) =>
    topicFaults({
      page,
      shown: shown[page.topic],
      wire: screen.tally.topics.get(page.topic),
      witness: witness.tally.topics.get(page.topic),
    }),
  );
}

function serverFlags(folder: string, { feed, seconds, warmUpSeconds }: Options): string[] {
  if (feed === "simulated") return [];
  const file = join(folder, "ticks.csv");
  writeTicks(file, seconds + warmUpSeconds + SPARE_SECONDS);
  return ["--feed", "replay", "--replay-file", file];
}

function keep(outcome: Outcome, options: Options): void {
  writeFileSync(join(options.out, "chart.svg"), drawChart(outcome.samples));
  writeFileSync(join(options.out, "run.json"), JSON.stringify({ options, ...outcome }, null, 1));
}
