/** Where the contract comes from and where generated files go. */

import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const CONTRACT = new URL("../../../contract/", import.meta.url);
const FETCH_TIMEOUT_MS = 5000;

/**
 * Returns a committed document of contract/.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function committed(name) {
  return JSON.parse(await readFile(new URL(name, CONTRACT), "utf8"));
}

/**
 * Returns a document from a running server if `server` names one, else the committed one. An
 * unreachable server falls back to the committed document and says so.
 * @param {string} name file name in contract/
 * @param {string} path where a server serves it
 * @param {string | undefined} server address of a running server, or of the document itself
 * @returns {Promise<any>}
 */
export async function contractDocument(name, path, server) {
  if (server === undefined || server === "") return committed(name);
  const url = server.endsWith(".json") ? server : new URL(path, server).href;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${url}: ${reason}; using the committed contract/${name}\n`);
    return committed(name);
  }
}

/**
 * Makes `folder` (relative to src/clients) hold exactly `files`; writes only what differs.
 * @param {string} folder
 * @param {Record<string, string>} files
 * @param {{ check?: boolean }} [options] with `check` nothing is written
 * @returns {Promise<string[]>} names that changed, or would
 */
export async function writeFolder(folder, files, { check = false } = {}) {
  const target = new URL(`../../src/clients/${folder}/`, import.meta.url);
  const present = await readdir(target).catch(() => /** @type {string[]} */ ([]));
  const extra = present.filter((name) => !(name in files));
  const changed = [];
  for (const [name, text] of Object.entries(files)) {
    if ((await readFile(new URL(name, target), "utf8").catch(() => null)) !== text)
      changed.push(name);
  }
  if (check) return [...changed, ...extra];
  await mkdir(target, { recursive: true });
  for (const name of changed) {
    // A build that runs at the same time must never read half of a file.
    const draft = new URL(`.${name}.${process.pid}`, target);
    await writeFile(draft, String(files[name]));
    await rename(draft, new URL(name, target));
  }
  await Promise.all(extra.map((name) => rm(fileURLToPath(new URL(name, target)))));
  return [...changed, ...extra];
}
