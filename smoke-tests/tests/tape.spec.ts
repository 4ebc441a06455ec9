import { expect, expectLive, test } from "../support/journey";

test("the order book and the trades stand beside the chart and move", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  const trades = page.getByTestId("trades").locator("tbody tr");
  const depth = page.getByTestId("depth").locator("tbody tr");

  await expect(depth).toHaveCount(20);
  const first = await trades.first().innerText();

  await expect.poll(() => trades.first().innerText()).not.toBe(first);
  const prices = await depth.locator(".price").allInnerTexts();
  const falling = prices.map(Number);
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await expect(page.getByRole("complementary", { name: "Order book and trades" })).toBeVisible();
});

test("another symbol brings its own trades, and a phone leaves them out", async ({ page }) => {
  await page.goto("/?symbol=BTC/USD&resolution=1");
  await expectLive(page);
  await expect(page.getByTestId("trades").locator("tbody tr").first()).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });

  await expect(page.getByTestId("trades")).toHaveCount(0);
  await expect(page.getByTestId("depth")).toHaveCount(0);
});
