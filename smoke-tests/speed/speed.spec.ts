import { expect, test } from "@playwright/test";
import { Server } from "../support/server";
import { coldStart } from "./coldStart";
import { keep, options } from "./options";
import { FEW, printReport, type Measured } from "./report";
import { speedRound } from "./speedRound";
import { quantile } from "./spread";

const asked = options();

test("the terminal under 500 ticking symbols", async ({ browser }) => {
  const server = new Server(["--feed", "crowd"]);
  await server.start();
  const rounds: Measured[] = [];
  try {
    for (let number = 0; number < asked.rounds; number += 1) {
      const round = {
        cold: await coldStart(browser, server.url),
        few: await speedRound(browser, server.url, FEW, asked),
        many: await speedRound(browser, server.url, asked.symbols, asked),
      };
      rounds.push(round);
    }
  } finally {
    await server.stop();
  }
  keep(asked, "speed.json", rounds);
  printReport(rounds, asked);
  const median = (read: (one: Measured) => number): number => quantile(rounds.map(read), 0.5);
  expect(median(({ many }) => many.steady.task)).toBeLessThan(0.5);
  expect(median(({ many }) => many.framesP99)).toBeLessThanOrEqual(1);
  expect(median(({ cold }) => cold.usefulMs)).toBeLessThan(1500);
  expect(Math.max(...rounds.map(({ cold }) => cold.bytesBeforeChart))).toBeLessThan(350_000);
});
