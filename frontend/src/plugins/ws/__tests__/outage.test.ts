import fc from "fast-check";
import { expect, it } from "vitest";
import { StreamStage } from "@/testing/streamStage";

const STEP_MS = 50;

/** Lets the server be away for so long; returns how long after its return the page is connected. */
async function lagAfter(outageMs: number, draws: readonly number[]): Promise<number> {
  const stage = new StreamStage();
  const { world } = stage;
  let drawn = 0;
  world.random = () => draws[drawn++ % draws.length] ?? 0;
  stage.live();
  world.advance(20_000);
  const back = world.time + outageMs;
  stage.socket.cut();
  for (let known = world.sockets.length; stage.client.status.state !== "live";) {
    const isThere = world.time >= back;
    world.answer = { isThere, reason: "" };
    if (world.sockets.length > known) {
      known = world.sockets.length;
      if (isThere) stage.socket.accept();
      else stage.socket.cut();
    }
    await Promise.resolve();
    world.advance(STEP_MS);
  }
  return world.time - back;
}

it("[R4] is connected within 5 s of the server's return, however long it was away", async () => {
  const draws = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1 });
  const outage = fc.integer({ min: 0, max: 60_000 });

  await fc.assert(
    fc.asyncProperty(outage, draws, async (outageMs, drawn) => {
      expect(await lagAfter(outageMs, drawn)).toBeLessThanOrEqual(5000 + 2 * STEP_MS);
    }),
    { numRuns: 50 },
  );
});
