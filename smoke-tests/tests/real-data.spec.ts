import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, feedState, test } from "../support/journey";
import { REAL_BARS } from "../support/server";

/** Ticker, date, open, high, low, close of the file's rows of one share. */
const rows = readFileSync(REAL_BARS, "utf8")
  .split("\n")
  .map((line) => line.split(","))
  .filter(([ticker]) => ticker === "IBM");

async function expectPrices(page: Page, row: string[] | undefined): Promise<void> {
  for (const [at, name] of ["open", "high", "low", "close"].entries()) {
    const price = Number(row?.[at + 2]);
    await expect
      .poll(async () => Number(await page.getByTestId(`bar-${name}`).innerText()))
      .toBe(price);
  }
}

test.describe("an imported file", () => {
  test.use({ imports: [REAL_BARS] });

  test("is browsed from its last bar to its first, price by price", async ({ ownServer, page }) => {
    await page.goto(`${ownServer.url}/?symbol=IBM&resolution=1D`);
    await expect(feedState(page)).toHaveAttribute("data-word", "history only");
    await expectPrices(page, rows.at(-1));

    await page.mouse.move(700, 400);
    for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(-400, 0);
    const time = page.getByTestId("bar-time");
    await page.mouse.move(2, 400);
    await expect(time).toBeHidden();
    for (let x = 4; x < 1440 && !(await time.isVisible()); x += 4) await page.mouse.move(x, 400);
    await expect(time).toHaveText("Fri, Mar 02, 2012");
    await expectPrices(page, rows[0]);
  });
});

test.describe("a replayed file", () => {
  // Two thirds of a year a second.
  const speed = ["--feed", "replay", "--replay-file", REAL_BARS, "--replay-speed", "5000000"];
  test.use({ serverFlags: speed });

  test("streams to its last bar, and its end is told", async ({ ownServer, page }) => {
    await page.goto(`${ownServer.url}/?symbol=IBM&resolution=1D`);
    await expect(feedState(page)).toHaveAttribute("data-word", "ended", { timeout: 30_000 });
    await expectPrices(page, rows.at(-1));
    await expect(page.getByTestId("notice")).toContainText(/end/);
  });
});
