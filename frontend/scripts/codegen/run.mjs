/** One run of a generator from the command line: reads the contract, writes or compares. */

import { parseArgs } from "node:util";
import { committed, contractDocument, writeFolder } from "./contract.mjs";
import { generateRestClient } from "./restClient.mjs";
import { generateWsTypes } from "./wsTypes.mjs";

/** @type {Record<string, (server: string | undefined) => Promise<Record<string, string>>>} */
const CLIENTS = {
  "ws-types-generated": async (server) =>
    generateWsTypes(
      await contractDocument("asyncapi.json", "/api/v1/ws/asyncapi.json", server),
      await committed("errors.json"),
    ),
  "trader-client-generated": async (server) =>
    generateRestClient(await contractDocument("openapi.json", "/api/v1/openapi.json", server)),
};

/**
 * Brings the named folders of src/clients up to date.
 *
 *   --url ADDRESS   of a running server (or URL in the environment); by default the committed files
 *   --check         (or CHECK=1) writes nothing, exit code 1 when something is out of date
 *
 * @param {string[]} folders
 */
export async function run(folders) {
  const { values } = parseArgs({
    options: { url: { type: "string" }, check: { type: "boolean" } },
  });
  const check = values.check ?? process.env["CHECK"] === "1";
  const server = values.url ?? process.env["URL"];
  for (const folder of folders) {
    const files = await CLIENTS[folder]?.(server);
    if (files === undefined) throw new Error(`no generator for ${folder}`);
    const changed = await writeFolder(folder, files, { check });
    report(folder, changed, check);
  }
}

/** @param {string} folder @param {string[]} changed @param {boolean} check */
function report(folder, changed, check) {
  if (changed.length === 0) process.stdout.write(`${folder}: current\n`);
  else if (check) {
    process.stderr.write(`${folder}: out of date: ${changed.join(", ")}; run make generate\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${folder}: wrote ${changed.join(", ")}\n`);
}
