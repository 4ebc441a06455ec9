/** Runs src/testing/cuts/listenersProcess.ts under Node.js, with the client as it is shipped. */

import { fileURLToPath } from "node:url";
import { loadConfigFromFile, runnerImport } from "vite";
import { WebSocket } from "ws";

const root = fileURLToPath(new URL("..", import.meta.url));
const loaded = await loadConfigFromFile({ command: "serve", mode: "test" }, "vite.config.ts", root);
if (loaded?.config.resolve === undefined) throw new Error("vite.config.ts resolves nothing");

// Node.js before 22 has no WebSocket of its own.
if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket });
const { module } = await runnerImport("/src/testing/cuts/listenersProcess.ts", {
  root,
  configFile: false,
  resolve: loaded.config.resolve,
});
/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);
await module.serve(process.stdin, print);
process.exit(0);
