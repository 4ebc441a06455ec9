import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { longScreen } from "../long-screen/longScreen";
import { faultyEvidence, fineEvidence, samplesOfHeap } from "../long-screen/evidence";
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

test("the long screen's judge notices growth, and no noise", () => {
  const noisy = samplesOfHeap([1.2, 1.3, 1.2, 1.25, 1.2, 1.9, 1.4]);
  const growing = samplesOfHeap([1.2, 1.3, 1.2, 1.3, 1.4, 1.5, 1.6]);
  const large = samplesOfHeap([30, 30, 30, 31, 32, 32, 32]);

  expect([memoryFaults(noisy), memoryFaults(large)]).toEqual([[], []]);
  expect(memoryFaults(growing).join()).toContain("the browser's heap");
});
