/** Preloaded into Node.js: at SIGUSR2 writes the bytes of the heap after a full collection. */

const { renameSync, writeFileSync } = require("node:fs");
const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const file = process.env.SOAK_HEAP_FILE;

process.on("SIGUSR2", () => {
  collect();
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
  renameSync(`${file}.new`, file);
});
