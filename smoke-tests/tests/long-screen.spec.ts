import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { longScreen } from "../long-screen/longScreen";
import { faultyEvidence, fineEvidence, samplesOf } from "../long-screen/evidence";
import { memoryFaults, topicFaults } from "../long-screen/verdict";

const OUT = join(__dirname, "../../test-results/long-screen-short");

test("fifty topics at a thousand updates a second leave nothing behind", async ({ page }) => {
  const run = { seconds: 20, warmUpSeconds: 5, topics: 50, feed: "fast" } as const;

  const { faults, wire } = await longScreen(page, { ...run, plant: "", out: OUT });

  expect(faults).toEqual([]);
  expect(wire.updates).toBeGreaterThan(10_000);
});

test("the long screen's judge notices what it is for", () => {
  expect(topicFaults(fineEvidence())).toEqual([]);

  for (const [fault, evidence] of faultyEvidence()) {
    expect(topicFaults(evidence).join()).toContain(fault);
  }
});

test("the long screen's judge notices growth of any memory", () => {
  const grown = [
    memoryFaults(samplesOf("heapAfterGcBytes", [1.2e6, 1.3e6, 1.2e6, 1.3e6, 1.5e6, 1.6e6, 1.6e6])),
    memoryFaults(samplesOf("domNodes", [300, 300, 300, 320, 340, 350, 350])),
    memoryFaults(samplesOf("serverRssBytes", [9e7, 9e7, 9e7, 10e7, 11e7, 11e7, 11e7])),
  ];

  expect(grown.map((faults) => faults.join().split(" grew")[0])).toEqual([
    "the browser's heap",
    "the page's DOM",
    "the server's RSS",
  ]);
});

test("the long screen's judge takes noise and late compiling for none", () => {
  const noisy = samplesOf("heapAfterGcBytes", [1.2e6, 1.3e6, 1.2e6, 1.25e6, 1.2e6, 1.4e6, 2.9e6]);
  const large = samplesOf("heapAfterGcBytes", [30e6, 30e6, 30e6, 31e6, 32e6, 32e6, 32e6]);

  expect([memoryFaults(noisy), memoryFaults(large)]).toEqual([[], []]);
});
