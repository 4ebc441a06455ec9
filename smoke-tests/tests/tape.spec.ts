import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";
import { field, submit } from "../support/ticket";

/** Bring a panel to the front. */
const tab = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await expect(page.getByTestId("palette")).toBeVisible();
  await page.keyboard.type(`show ${name}`);
  await page.keyboard.press("Enter");
};

test("the order book and the trades stand beside the chart and move", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await tab(page, "book");
  const trades = page.getByTestId("trades").locator("tbody tr");
  const depth = page.getByTestId("depth").locator("tbody tr");

  await expect(depth).toHaveCount(20);
  const prices = await depth.locator(".price").allInnerTexts();
  const falling = prices.map(Number);
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  const heights = await depth.evaluateAll((rows) =>
    rows.map((row) => row.getBoundingClientRect().y),
  );
  expect(new Set(heights).size).toBe(heights.length);

  await tab(page, "trades");
  const first = await trades.first().innerText();
  await expect.poll(() => trades.first().innerText()).not.toBe(first);
});

test("a press on a level of the book takes its price into the ticket, and nothing else", async ({
  page,
}) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await page.keyboard.press("s");
  await field(page, "qty").fill("7");
  await page.getByLabel("Time in force").selectOption("DAY");
  await tab(page, "book");

  const level = page.getByTestId("depth").locator("[data-side=ask] button").first();
  await expect(async () => {
    const price = await level.innerText();
    await level.click();
    await expect(field(page, "limitPrice")).toHaveValue(price, { timeout: 500 });
    await expect(submit(page)).toHaveText(`Sell 7 AAPL @ ${price}`, { timeout: 500 });
  }).toPass();
  await expect(page.getByLabel("Time in force")).toHaveValue("DAY");
});

test("another symbol brings its own trades, also on a phone", async ({ page }) => {
  await page.goto("/?symbol=BTC/USD&resolution=1");
  await expectLive(page);
  await tab(page, "trades");
  await expect(page.getByTestId("trades").locator("tbody tr").first()).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await page.getByRole("tab", { name: "Trades" }).click();

  await expect(page.getByTestId("trades").locator("tbody tr").first()).toBeVisible();
});
