import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { heldOrders, openTicket, placedState, STATUS } from "../support/ticket";

const MOST_STEPS = 20;

/** Go by Tab to what has this name. */
async function tabTo(page: Page, name: string, key = "Tab"): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent.trim();
    });
    if (focused === name) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

test("an order is placed and canceled without a pointer", async ({ ownServer, page }) => {
  const { url } = ownServer;
  await openTicket(page, url, "s");
  await page.keyboard.type("0.02");
  await tabTo(page, "Order type", "Shift+Tab");
  await page.keyboard.press("l");
  await tabTo(page, "Limit price");
  await page.keyboard.type("120000");
  await page.keyboard.press("Enter");
  await expect(placedState(page)).toHaveText("Working");
  const [placed] = await heldOrders(page, url);
  expect(placed).toMatchObject({
    type: 1,
    qty: 0.02,
    limitPrice: 120000,
    status: STATUS.working,
  });

  await tabTo(page, "Cancel it");
  await page.keyboard.press("Enter");

  await expect(placedState(page)).toContainText("Canceled");
  await page.keyboard.press("Escape");
  await expect(page.locator("body")).toBeFocused();
  expect(await heldOrders(page, url)).toMatchObject([{ id: placed?.id, status: STATUS.canceled }]);
});
