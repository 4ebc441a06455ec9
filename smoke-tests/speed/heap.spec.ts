import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Probes, type Sample } from "../long-screen/probes";
import { memoryFaults } from "../long-screen/verdict";
import { Server } from "../support/server";
import { openCrowd, quotesHeard } from "./crowdPage";
import { keep, options } from "./options";

const SAMPLE_EVERY_S = 30;
const WARM_UP_MS = 60_000;
const MB = 1e6;

test("the heap while 500 symbols tick", async ({ page }) => {
  const asked = options();
  const server = new Server(["--feed", "crowd"]);
  await server.start();
  const samples: Sample[] = [];
  try {
    await openCrowd(page, server.url, asked.symbols);
    await pause(WARM_UP_MS);
    const probes = await Probes.attach(page, server.pid);
    const begun = performance.now();
    const times = Math.ceil((asked.heapMinutes * 60) / SAMPLE_EVERY_S);
    for (let number = 0; number <= times; number += 1) {
      await pause(Math.max(0, begun + number * SAMPLE_EVERY_S * 1000 - performance.now()));
      const sample = await probes.sample(
        (performance.now() - begun) / 1000,
        await quotesHeard(page),
      );
      samples.push(sample);
      keep(asked, "heap.json", samples);
      const { atS, updates, heapAfterGcBytes, domNodes, eventListeners, serverRssBytes } = sample;
      const heap = `heap ${(heapAfterGcBytes / MB).toFixed(2)} MB after collection`;
      const rest = `${domNodes} nodes, ${eventListeners} listeners`;
      console.log(
        `${atS.toFixed(0)} s, ${updates} quotes: ${heap}, ${rest}, server ${(serverRssBytes / MB).toFixed(0)} MB`,
      );
    }
  } finally {
    await server.stop();
  }
  expect(memoryFaults(samples)).toEqual([]);
});
