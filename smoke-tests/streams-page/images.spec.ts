/** A run of faults, seen on the page of the live streams: each picture is one state of it. */
import { request } from "node:http";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { startFaultProxy, type FaultProxy } from "../support/faultProxy";
import { expect, expectLive, expectUpdates, test } from "../support/journey";

const IMAGES = process.env["IMAGES"] ?? resolve(__dirname, "../../docs/images");
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

test.use({ expectedErrors: /WebSocket|ERR_|503/ });

const state = (page: Page) => page.getByTestId("streams-state");
const expectWord = (page: Page, word: string) =>
  expect(state(page)).toHaveAttribute("data-word", word, { timeout: 30_000 });

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: resolve(IMAGES, `streams-page-${name}.png`) });
}

/** Cut, throttle and hold up whoever listens, so that there is something to tell. */
async function trouble(page: Page, proxy: FaultProxy): Promise<void> {
  await proxy.tell("conditions", 0.04, 0.03, 0);
  for (const fault of ["reset", "close", "reset"]) {
    await proxy.tell(fault);
    await expectLive(page);
  }
  await expectUpdates(page, 3);
}

/** Begin a command and never end it: a server that leaves waits for it a moment. */
function holdUp(url: string): void {
  const headers = {
    "Content-Type": "application/json",
    "Transfer-Encoding": "chunked",
  };
  const command = request(`${url}/api/v1/broker/orders`, {
    method: "POST",
    headers,
  });
  command.on("error", () => undefined);
  command.write("{");
}

test("each state of the page", async ({ ownServer, page }) => {
  const proxy = await startFaultProxy(ownServer.url);
  const other = await page.context().newPage();
  await other.goto(`${ownServer.url}/?symbol=MSFT&resolution=5`);
  await expectLive(other);
  await page.goto(`${proxy.url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await trouble(page, proxy);
  await take(page, "chart-lag");

  await page.getByRole("link", { name: "live streams" }).click();
  await expectWord(page, "live");
  await page.waitForTimeout(8000);
  await take(page, "live");
  await page.emulateMedia({ colorScheme: "light" });
  await take(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(PHONE);
  await take(page, "phone");
  await page.setViewportSize(DESK);

  ownServer.freeze();
  await expectWord(page, "stale");
  await page.waitForTimeout(6000);
  await take(page, "stale");
  ownServer.wake();
  await expectWord(page, "live");

  await proxy.tell("refuse", true);
  await proxy.tell("reset");
  await expectWord(page, "offline");
  await page.waitForTimeout(6000);
  await expectWord(page, "offline");
  await take(page, "reconnecting");
  await proxy.tell("refuse", false);
  await expectWord(page, "live");

  await page.waitForTimeout(6000);
  holdUp(ownServer.url);
  await page.waitForTimeout(500);
  process.kill(ownServer.pid, "SIGTERM");
  await expectWord(page, "draining");
  await take(page, "draining");
  await proxy.stop();
});
