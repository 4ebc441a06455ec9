/**
 * Writes both generated clients for each line `generate` on standard input, until it closes: for a
 * watcher that wants them at once, without the start of Node.js and of the generators.
 */

import { createInterface } from "node:readline";
import { run } from "./codegen/run.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "generate") continue;
  try {
    await run(["ws-types-generated", "trader-client-generated"]);
  } catch (error) {
    // The next change of a model may mend it.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
