import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../page-budget.mjs", import.meta.url));
/** @type {string[]} */
const made = [];

/** A built page whose files hold so many bytes that no compression makes fewer. */
function built(/** @type {Record<string, number>} */ files, imports = "") {
  const folder = mkdtempSync(join(tmpdir(), "page-budget-"));
  made.push(folder);
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<script src="/assets/index.js"></script>');
  for (const [name, bytes] of Object.entries(files)) {
    const weight = randomBytes(bytes).toString("latin1").replaceAll('"', "'");
    writeFileSync(join(folder, "assets", name), `${imports}/*${weight}*/`, "latin1");
  }
  return spawnSync(process.execPath, [SCRIPT, folder], { encoding: "utf8" });
}

afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

describe("the budget of the page", () => {
  it("holds for a light one, whatever the chart weighs", () => {
    const { status, stdout } = built({ "index.js": 1000, "chart-x.js": 900_000 });
    expect([status, stdout]).toEqual([0, expect.stringContaining("1 kB of 350")]);
  });

  it("counts what is imported at once, and names the largest", () => {
    const files = { "index.js": 1000, "heavy.js": 400_000 };
    const { status, stderr } = built(files, 'import{a}from"./heavy.js";');
    expect([status, stderr]).toEqual([1, expect.stringContaining("/assets/heavy.js")]);
  });

  it("leaves out what is imported when it is needed", () => {
    const files = { "index.js": 1000, "heavy.js": 400_000 };
    expect(built(files, 'import("./heavy.js");').status).toBe(0);
  });
});
