import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const FRONTEND = resolve(import.meta.dirname, "../../..");
const BUILD_MAY_TAKE_MS = 120_000;
const run = promisify(execFile);

/** An application of somebody else: it has nothing but the package. */
const APPLICATION = `
import { BrokerApi, DatafeedService, closeConnection, setServerOrigin } from "@trading-pro/client";

const [origin = "", socket] = process.argv.slice(2);
if (!("WebSocket" in globalThis)) Object.assign(globalThis, await import(socket ?? ""));
setServerOrigin(origin);
const datafeed = new DatafeedService();
const price = await new Promise<number>((done) => {
  const onQuote = (quotes: { s: string; v: { lp?: number } }[]) => done(quotes[0]?.v.lp ?? NaN);
  datafeed.subscribeQuotes("app", ["AAPL"], onQuote as never);
});
const accounts = await new BrokerApi().accounts();
closeConnection();
console.log(JSON.stringify({ price, accounts: accounts.map(({ id }) => id) }));
`;

let folder: string;

beforeAll(async () => {
  await run("node", ["scripts/build-package.mjs"], { cwd: FRONTEND });
  folder = await mkdtemp(join(tmpdir(), "client-package-"));
  await mkdir(join(folder, "node_modules/@trading-pro"), { recursive: true });
  const linked = join(folder, "node_modules/@trading-pro/client");
  await symlink(join(FRONTEND, "dist-package"), linked);
  await symlink(join(FRONTEND, "node_modules/@types"), join(folder, "node_modules/@types"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await writeFile(join(folder, "app.ts"), APPLICATION);
}, BUILD_MAY_TAKE_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the client as a package", () => {
  it(
    "is typed for another application, and runs in it against a real server",
    async () => {
      const tsc = join(FRONTEND, "node_modules/.bin/tsc");
      const options = ["--strict", "--skipLibCheck", "--target", "es2022", "--module", "esnext"];
      const types = ["--moduleResolution", "bundler", "--types", "node", "--lib", "es2023,dom"];
      await run(tsc, [...options, ...types, "app.ts"], { cwd: folder });

      const socket = join(FRONTEND, "node_modules/ws/wrapper.mjs");
      const { stdout } = await run("node", ["app.js", inject("backendUrl"), socket], {
        cwd: folder,
      });

      const said = JSON.parse(stdout) as { price: number; accounts: string[] };
      expect(said.price).toBeGreaterThan(0);
      expect(said.accounts).toContain("demo");
    },
    BUILD_MAY_TAKE_MS,
  );
});
