import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

const tabs = (page: Page) => page.getByTestId("workspace").locator(".link-tab");

/** Choose from the menu of panels and layouts. */
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "Panels, layouts and settings" }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByTestId("palette")).toBeVisible();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("a layout is saved under a name, and another browser opens it", async ({
  ownServer,
  page,
  browser,
}) => {
  await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=5`);
  await expectLive(page);
  await choose(page, "Add another chart");
  await expect(page.getByTestId("chart")).toHaveCount(2);
  await page.getByRole("button", { name: "Close Log" }).click();
  await command(page, "save layout");
  await page.getByLabel("Name of the layout").fill("two charts");
  await page.getByRole("button", { name: "Save this layout" }).click();
  await expect(page.getByRole("button", { name: "two charts", exact: true })).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.addInitScript(() => localStorage.setItem("trading-pro.tour-left", "true"));
  await other.goto(ownServer.url);
  await expect(other.getByTestId("chart")).toHaveCount(1);
  await command(other, "save layout");
  await other.getByRole("button", { name: "two charts", exact: true }).click();
  await expect(other.getByTestId("chart")).toHaveCount(2);
  await expect(tabs(other).filter({ hasText: "AAPL · 5" })).toHaveCount(1);
  await expect(tabs(other).filter({ hasText: "Log" })).toHaveCount(0);
  await elsewhere.close();

  const answer = await page.request.get(`${ownServer.url}/api/v1/workspace/documents`);
  expect(await answer.json()).toMatchObject([{ kind: "layout", name: "two charts" }]);
});

test("a reload brings the panels back, and the first layout is one command away", async ({
  page,
}) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await choose(page, "Add another chart");
  await expect(page.getByTestId("chart")).toHaveCount(2);
  await page.waitForFunction(() => localStorage.getItem("trading-pro.layout")?.includes("chart-2"));

  await page.reload();
  await expect(page.getByTestId("chart")).toHaveCount(2);
  await command(page, "first layout");
  await expect(page.getByTestId("chart")).toHaveCount(1);
});
