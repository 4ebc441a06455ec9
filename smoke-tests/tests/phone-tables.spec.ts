import type { Page } from "@playwright/test";
import { HeldAccount } from "../support/account";
import { expect, expectLive, test } from "../support/journey";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const orders = (page: Page) => page.getByRole("table", { name: "Orders" });

test("on a phone a table is after a reload as it was left", async ({ ownServer, page }) => {
  const account = new HeldAccount(ownServer);
  await account.place({ symbol: "AAPL", type: 1, side: 1, qty: 3, limitPrice: "200.00" });
  await account.place({ symbol: "AAPL", type: 1, side: 1, qty: 9, limitPrice: "201.00" });
  const { url } = ownServer;
  await page.goto(`${url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await page.getByRole("button", { name: "Orders", exact: true }).tap();
  await page.getByRole("button", { name: "All", exact: true }).tap();
  await orders(page).getByRole("button", { name: "Quantity" }).tap();

  await page.reload();
  await expectLive(page);
  await page.getByRole("button", { name: "Orders", exact: true }).tap();

  await expect(page.getByRole("button", { name: "All", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const sorted = orders(page).locator("[aria-sort]:not([aria-sort=none])");
  await expect(sorted).toContainText("Quantity");
});
