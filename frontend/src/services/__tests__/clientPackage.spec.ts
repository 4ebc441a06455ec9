import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const FRONTEND = resolve(import.meta.dirname, "../../..");
const BUILD_MAY_TAKE_MS = 120_000;
const run = promisify(execFile);

const PAGE = resolve(FRONTEND, "../docs/how-to/use-the-client.md");
const SHOWN = /^```(?:typescript|vue) run=.*\n([^]*?)^```$/gm;
const TOLD_ADDRESS = "http://127.0.0.1:8000";

/** What an application of somebody else writes behind the page's lines. */
const REST_OF_APPLICATION = `
import { BrokerApi, closeConnection } from "@trading-pro/client";

const price = await new Promise<number>((done) => {
  const onQuote = (quotes: { s: string; v: { lp?: number } }[]) => done(quotes[0]?.v.lp ?? NaN);
  datafeed.subscribeQuotes("app", ["AAPL"], onQuote as never);
});
const accounts = await new BrokerApi().accounts();
closeConnection();
console.log(JSON.stringify({ price, accounts: accounts.map(({ id }) => id) }));
`;
const COMPILED = {
  strict: true,
  skipLibCheck: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  types: ["node"],
  lib: ["es2023", "dom"],
};

let folder: string;

beforeAll(async () => {
  await run("node", ["scripts/build-package.mjs"], { cwd: FRONTEND });
  folder = await mkdtemp(join(tmpdir(), "client-package-"));
  await mkdir(join(folder, "node_modules/@trading-pro"), { recursive: true });
  const linked = join(folder, "node_modules/@trading-pro/client");
  await symlink(join(FRONTEND, "dist-package"), linked);
  for (const name of ["@types", "vue"]) {
    await symlink(join(FRONTEND, "node_modules", name), join(folder, "node_modules", name));
  }
  const [lines = "", component = ""] = await shown();
  const application = lines.replace(TOLD_ADDRESS, inject("backendUrl")) + REST_OF_APPLICATION;
  const socket = join(FRONTEND, "node_modules/ws/wrapper.mjs");
  const world = `import { WebSocket } from "${socket}";\nObject.assign(globalThis, { WebSocket });`;
  const files = {
    "package.json": '{"type":"module"}',
    "tsconfig.json": JSON.stringify({ compilerOptions: COMPILED, files: ["app.ts", "Price.vue"] }),
    "world.mjs": world,
    "app.ts": application,
    "Price.vue": component,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}, BUILD_MAY_TAKE_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The boxes of the page: lines of an application, and a component. */
async function shown(): Promise<string[]> {
  return [...(await readFile(PAGE, "utf8")).matchAll(SHOWN)].map(([, text = ""]) => text);
}

describe("the client as a package", () => {
  it(
    "is typed for an application as its page shows it, and runs in it against a real server",
    async () => {
      await run(join(FRONTEND, "node_modules/.bin/vue-tsc"), [], { cwd: folder });

      const { stdout } = await run("node", ["--import", "./world.mjs", "app.js"], { cwd: folder });

      const said = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as {
        price: number;
        accounts: string[];
      };
      expect(said.price).toBeGreaterThan(0);
      expect(said.accounts).toContain("demo");
    },
    BUILD_MAY_TAKE_MS,
  );
});
