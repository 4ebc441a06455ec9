import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";

const TICK_EVERY_MS = 20;
const TICKS = 3000;
const MEASURED = 500;
const LIMIT_MS = 100;

const folder = mkdtempSync(join(tmpdir(), "trading-pro-ticks-"));
const file = join(folder, "ticks.csv");

/** Fifty trades a second of one symbol, each at another price. */
function writeTicks(): void {
  const start = Date.UTC(2026, 0, 5, 15);
  const rows = Array.from({ length: TICKS }, (_, index) => {
    const price = (100 + Math.sin(index / 9)).toFixed(2);
    return `${start + index * TICK_EVERY_MS},TICK,${price},100`;
  });
  writeFileSync(file, ["time,symbol,price,size", ...rows].join("\n"));
}

/** Note, when the page's handler of a message has returned, how long ago its bar was published. */
function watchBars(): void {
  const lags: number[] = [];
  Object.assign(window, { lags });
  const original = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    set(this: WebSocket, handler: (event: MessageEvent<string>) => void) {
      original?.set?.call(this, (event: MessageEvent<string>) => {
        handler(event);
        const now = performance.timeOrigin + performance.now();
        const frames = [JSON.parse(event.data)].flat() as {
          type: string;
          payload: { ts: number; snapshot?: boolean };
        }[];
        for (const { type, payload } of frames) {
          if (type === "bars.update" && payload.snapshot !== true) lags.push(now - payload.ts);
        }
      });
    },
  });
}

test.beforeAll(writeTicks);
test.afterAll(() => rmSync(folder, { recursive: true }));
test.use({ serverFlags: ["--feed", "replay", "--replay-file", file] });

const lagsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { lags: number[] }).lags);

/** The lags of the next updates, ascending, and how many came a second. */
async function measure(page: Page): Promise<{ lags: number[]; rate: number }> {
  const before = (await lagsOf(page)).length;
  const begun = Date.now();
  await expect
    .poll(async () => (await lagsOf(page)).length - before, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(MEASURED);
  const lags = (await lagsOf(page)).slice(before).sort((a, b) => a - b);
  return { lags, rate: (lags.length * 1000) / (Date.now() - begun) };
}

test("fifty updates a second reach the page's callbacks within 100 ms", async ({
  ownServer,
  page,
}) => {
  await page.addInitScript(watchBars);
  await page.goto(`${ownServer.url}/?symbol=TICK&resolution=1`);
  await expect.poll(async () => (await lagsOf(page)).length).toBeGreaterThan(50);

  // A machine that is busy with something else is given a second and a third chance.
  await expect(async () => {
    const { lags, rate } = await measure(page);
    const at = (part: number): number => lags[Math.floor(part * lags.length)] ?? NaN;
    const told = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms at ${rate.toFixed(0)}/s`;
    test.info().annotations.push({ type: "latency", description: told });
    process.stdout.write(`backend to callback: ${told}, ${lags.length} updates\n`);
    expect(rate).toBeGreaterThan(40);
    // The tail of a machine that others use too says more of them: it is told, not judged.
    expect(at(0.5)).toBeLessThan(LIMIT_MS);
  }).toPass({ timeout: 40_000 });
});
