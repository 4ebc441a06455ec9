import { expect, expectUpdates, expectLive, legend, test } from "../support/journey";

const HEIGHT = 844;
const THUMB_HEIGHT = 40;

test.use({
  viewport: { width: 390, height: HEIGHT },
  hasTouch: true,
  isMobile: true,
});

test("on a phone all is on the screen, and nothing scrolls sideways", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await expect(legend(page)).toBeVisible();
  await expectUpdates(page, 1);

  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBe(0);
  for (const id of ["symbol-button", "feed-state", "quote-line", "resolution-switch", "rejected"]) {
    await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
  }
});

test("the resolution switch is under the thumb", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  const button = page.getByRole("button", { name: "5 minutes", exact: true });
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(THUMB_HEIGHT);
  expect(box?.y).toBeGreaterThan(HEIGHT * 0.8);
  await button.tap();
  await expect(legend(page)).toContainText("5m");
  await expectLive(page);
});
