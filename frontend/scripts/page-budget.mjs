/**
 * Fails when the page became too heavy: what a browser must load before it can ask for the chart's
 * chunk, compressed as a proxy does it.
 *
 * That is the document, what it names, and what these import without being asked (`import "./x"`,
 * not `import("./x")`); and of the fonts the one that every reader needs.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const MOST_BYTES = 350_000;
const CHART = /\/chart-[^/]*\.js$/;
const FONT = /^inter-latin-wght-normal-.*\.woff2$/;
const NAMED = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g;

const dist = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../dist"));

/** @param {string} path @returns {number} */
function transferred(path) {
  const body = readFileSync(join(dist, path));
  return Math.min(body.length, gzipSync(body).length);
}

/** @returns {string[]} paths below the folder, each once */
function loadedFirst() {
  const document = readFileSync(join(dist, "index.html"), "utf8");
  const found = new Set([...document.matchAll(NAMED)].map(([, path]) => path ?? ""));
  for (const path of found) {
    if (!path.endsWith(".js")) continue;
    const code = readFileSync(join(dist, path), "utf8");
    for (const [, imported] of code.matchAll(IMPORTED)) {
      found.add(posix.join(posix.dirname(path), imported ?? ""));
    }
  }
  const fonts = readdirSync(join(dist, "assets")).filter((name) => FONT.test(name));
  return ["/index.html", ...found, ...fonts.map((name) => `/assets/${name}`)];
}

if (!existsSync(join(dist, "index.html"))) {
  process.stderr.write(`error: no page in ${dist}: run \`make build\` first\n`);
  process.exit(2);
}
const sizes = loadedFirst()
  .filter((path) => !CHART.test(path))
  .map((path) => ({ path, bytes: transferred(path) }))
  .sort((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const told = `${(total / 1000).toFixed(0)} kB of ${MOST_BYTES / 1000} before the chart, compressed`;
if (total > MOST_BYTES) {
  const largest = sizes
    .slice(0, 8)
    .map(({ path, bytes }) => `  ${(bytes / 1000).toFixed(1)} kB ${path}`);
  process.stderr.write(
    `error: the page is too heavy: ${told}. The largest:\n${largest.join("\n")}\n`,
  );
  process.stderr.write("Load what the first screen does not need by `import()`.\n");
  process.exit(1);
}
process.stdout.write(`frontend: the page loads ${told}\n`);
