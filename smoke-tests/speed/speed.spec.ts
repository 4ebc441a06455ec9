import { expect, test } from "@playwright/test";
import { Server } from "../support/server";
import { coldStart, type ColdStart } from "./coldStart";
import { keep, options } from "./options";
import { speedRound, type Round } from "./speedRound";
import { quantile, spread } from "./spread";

const FEW = 10;
const asked = options();

test("the terminal under 500 ticking symbols", async ({ browser }) => {
  const server = new Server(["--feed", "crowd"]);
  await server.start();
  const rounds: { few: Round; many: Round; cold: ColdStart }[] = [];
  try {
    for (let number = 0; number < asked.rounds; number += 1) {
      const round = {
        cold: await coldStart(browser, server.url),
        few: await speedRound(browser, server.url, FEW, asked),
        many: await speedRound(browser, server.url, asked.symbols, asked),
      };
      rounds.push(round);
      console.log(`round ${number + 1}: ${JSON.stringify(round)}`);
    }
  } finally {
    await server.stop();
  }
  keep(asked, "speed.json", rounds);
  report(rounds);
  const many = rounds.map((round) => round.many);
  expect(
    quantile(
      many.map(({ steady }) => steady.task),
      0.5,
    ),
  ).toBeLessThan(0.5);
  expect(
    quantile(
      many.map(({ framesP99 }) => framesP99),
      0.5,
    ),
  ).toBeLessThanOrEqual(1);
  expect(Math.min(...rounds.map(({ cold }) => cold.usefulMs))).toBeLessThan(1500);
  expect(Math.max(...rounds.map(({ cold }) => cold.bytesBesideChart))).toBeLessThan(350_000);
});

function report(rounds: { few: Round; many: Round; cold: ColdStart }[]): void {
  const many = rounds.map((round) => round.many);
  const line = (what: string, values: number[], decimals: number): void =>
    console.log(`${what.padEnd(46)} ${spread(values, decimals)}`);
  console.log(`\nmedian (range) of ${rounds.length} rounds, ${asked.symbols} symbols`);
  const of = (read: (round: Round) => number): number[] => many.map(read);
  line(
    "main thread, share of a core",
    of(({ steady }) => steady.task),
    3,
  );
  line(
    "  of it script",
    of(({ steady }) => steady.script),
    3,
  );
  line(
    "  of it layout and style",
    of(({ steady }) => steady.layout + steady.style),
    3,
  );
  line(
    "main thread while scrolling",
    of(({ scrolling }) => scrolling.task),
    3,
  );
  const ratios = rounds.map((round) => round.many.steady.task / round.few.steady.task);
  line(`ratio to the same page with ${FEW} symbols`, ratios, 2);
  line(
    "updates a second",
    of(({ updatesPerSecond }) => updatesPerSecond),
    0,
  );
  line(
    "callback to frame, frames p99",
    of(({ framesP99 }) => framesP99),
    0,
  );
  line(
    "callback to frame, ms p50",
    of(({ waitP50 }) => waitP50),
    1,
  );
  line(
    "callback to frame, ms p99",
    of(({ waitP99 }) => waitP99),
    1,
  );
  line(
    "between frames while scrolling, ms p50",
    of(({ intervalP50 }) => intervalP50),
    1,
  );
  line(
    "between frames while scrolling, ms p99",
    of(({ intervalP99 }) => intervalP99),
    1,
  );
  line(
    "long tasks a minute while scrolling",
    of(({ longTasksPerMinute }) => longTasksPerMinute),
    1,
  );
  line(
    "first useful paint, ms",
    rounds.map(({ cold }) => cold.usefulMs),
    0,
  );
  line(
    "bytes over the wire beside the chart chunk",
    rounds.map(({ cold }) => cold.bytesBesideChart),
    0,
  );
}
