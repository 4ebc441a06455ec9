/** Runs src/testing/cuts/listenersProcess.ts under Node.js, with the client as it is shipped. */

import { fileURLToPath } from "node:url";
import { loadConfigFromFile, runnerImport } from "vite";
import { WebSocket } from "ws";

const root = fileURLToPath(new URL("..", import.meta.url));
const { config } = await loadConfigFromFile(
  { command: "serve", mode: "test" },
  "vite.config.ts",
  root,
);

// Node.js before 22 has no WebSocket of its own.
if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket });
const { module } = await runnerImport("/src/testing/cuts/listenersProcess.ts", {
  root,
  configFile: false,
  resolve: config.resolve,
});
await module.serve(process.stdin, (line) => process.stdout.write(`${line}\n`));
process.exit(0);
