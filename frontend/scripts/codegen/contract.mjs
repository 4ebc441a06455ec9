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
 * @returns {Promise<string[]>} names that changed
 */
export async function writeFolder(folder, files) {
  const target = new URL(`../../src/clients/${folder}/`, import.meta.url);
  await mkdir(target, { recursive: true });
  const changed = [];
  for (const [name, text] of Object.entries(files)) {
    const file = new URL(name, target);
    if ((await readFile(file, "utf8").catch(() => null)) === text) continue;
    const draft = new URL(`${name}.${process.pid}.new`, target);
    await writeFile(draft, text);
    await rename(draft, file);
    changed.push(name);
  }
  for (const name of await readdir(target)) {
    if (name in files || name.endsWith(".new")) continue;
    await rm(fileURLToPath(new URL(name, target)));
    changed.push(name);
  }
  return changed;
}
