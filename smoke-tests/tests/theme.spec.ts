import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("the theme follows the system until one is chosen, then stays chosen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await expectLive(page);
  expect(await ground(page)).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(page)).toBe("rgb(14, 17, 21)");

  await page.getByTestId("theme-switch").click();
  expect(await ground(page)).toBe("rgb(255, 255, 255)");
  await page.reload();
  await expectLive(page);
  expect(await ground(page)).toBe("rgb(255, 255, 255)");
});
