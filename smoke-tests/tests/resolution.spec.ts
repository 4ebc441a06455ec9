import { expect, expectUpdates, expectLive, legend, test } from "../support/journey";

test("the resolution switches, and each one streams", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  for (const [name, label] of [
    ["5 minutes", "5m"],
    ["1 hour", "1h"],
    ["1 day", "D"],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(legend(page)).toContainText(`AAPL · ${label}`);
    await expectLive(page);
    await expectUpdates(page, 2);
  }
  await expect(page).toHaveURL(/resolution=1D/);
});
