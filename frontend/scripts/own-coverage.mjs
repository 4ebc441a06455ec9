/**
 * Fails where a file of the WebSocket code has lines that its own test does not reach.
 *
 * The own test of `folder/name.ts` is `folder/__tests__/name.test.ts` and no other: a line that
 * only somebody else's test passes by is a line whose fault nobody would look for there. Arguments
 * select files by a part of their path.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { createVitest } from "vitest/node";

/**
 * @typedef {{
 *   files(): string[],
 *   fileCoverageFor(path: string): {
 *     toSummary(): { lines: { pct: number } },
 *     getUncoveredLines(): (string | number)[],
 *   },
 * }} CoverageMap
 * @typedef {{ file: string, percent: number, remark: string }} Measured
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LEAST_PERCENT = 95;
/** Screens' ends of streams, and the library's: they reach the plugins through a service. */
const BEHIND_A_SERVICE = [
  "src/composables/barStream.ts",
  "src/composables/feedState.ts",
  "src/composables/market.ts",
  "src/composables/marketFeed.ts",
  "src/composables/quoteStream.ts",
  "src/composables/serviceMarketFeed.ts",
  "src/services/tradingViewDatafeed.ts",
];
const USES_STREAMS = /from "@\/plugins\/ws/;

/** What vitest.config.ts asks of the whole suite is not asked of one test. */
const NOT_OF_ONE_TEST = { "src/plugins/ws/**": { branches: 0 } };

/**
 * All plugins, the services that use their streams, and who stands behind these.
 * @param {readonly string[]} selected parts of paths; none for all
 */
function measuredFiles(selected) {
  const services = sourcesIn("src/services").filter((file) => USES_STREAMS.test(textOf(file)));
  return [...sourcesIn("src/plugins"), ...services, ...BEHIND_A_SERVICE]
    .filter((file) => selected.length === 0 || selected.some((part) => file.includes(part)))
    .filter(hasCode)
    .sort();
}

/** @param {string} folder */
function sourcesIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("__tests__"))
    .map((name) => `${folder}/${name}`);
}

/** @param {string} file */
function textOf(file) {
  return readFileSync(join(ROOT, file), "utf8");
}

/** Whether anything is left of a file without its types, imports and exports of others. */
function hasCode(/** @type {string} */ file) {
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(textOf(file), { compilerOptions });
  return outputText.split("\n").some((line) => line !== "" && !/^(import|export) /.test(line));
}

/** Runs one test file at a time and reads what it reached; one process serves all. */
class Meter {
  /** @type {CoverageMap | undefined} */
  #map;
  /** @type {import("vitest/node").Vitest | undefined} */
  #vitest;

  async open() {
    const onCoverage = (/** @type {unknown} */ map) => {
      this.#map = /** @type {CoverageMap} */ (map);
    };
    this.#vitest = await createVitest("test", {
      root: ROOT,
      watch: false,
      project: ["unit"],
      reporters: [{ onCoverage }],
      coverage: { enabled: true, reporter: [], thresholds: NOT_OF_ONE_TEST },
    });
  }

  /**
   * @param {string} file
   * @returns {Promise<Measured>}
   */
  async measure(file) {
    const test = join(dirname(file), "__tests__", `${basename(file, ".ts")}.test.ts`);
    if (!existsSync(join(ROOT, test))) return { file, percent: 0, remark: `no ${test}` };
    this.#map = undefined;
    const result = await this.#vitest?.start([join(ROOT, test)]);
    const own = result?.testModules.find(({ moduleId }) => moduleId.endsWith(test));
    if (own?.ok() !== true) return { file, percent: 0, remark: `${test} fails` };
    return { file, ...this.#reached(join(ROOT, file)) };
  }

  async close() {
    await this.#vitest?.close();
  }

  /** @param {string} path */
  #reached(path) {
    if (!this.#map?.files().includes(path))
      return { percent: 0, remark: "its test never loads it" };
    const coverage = this.#map.fileCoverageFor(path);
    const missing = coverage.getUncoveredLines().join(", ");
    return {
      percent: coverage.toSummary().lines.pct,
      remark: missing && `not reached: ${missing}`,
    };
  }
}

/** @param {readonly string[]} selected */
async function main(selected) {
  const meter = new Meter();
  await meter.open();
  let tooLow = 0;
  const files = measuredFiles(selected);
  for (const file of files) {
    const { percent, remark } = await meter.measure(file);
    const fine = percent >= LEAST_PERCENT;
    if (!fine) tooLow += 1;
    const line = `${fine ? " " : "!"} ${percent.toFixed(1).padStart(5)} %  ${file}  ${remark}`;
    process.stdout.write(`${line.trimEnd()}\n`);
  }
  await meter.close();
  const verdict = tooLow
    ? `${tooLow} below ${LEAST_PERCENT} %`
    : `all at ${LEAST_PERCENT} % or more`;
  process.stdout.write(`own coverage of ${files.length} files: ${verdict}\n`);
  process.exitCode = tooLow ? 1 : 0;
}

await main(process.argv.slice(2));
