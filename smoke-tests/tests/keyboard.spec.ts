import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

/** What the reader of the focused element hears, and whether the focus can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    const { outlineStyle } = getComputedStyle(element ?? document.body);
    return { name: name.trim(), seen: outlineStyle !== "none" };
  });

test("Tab reaches every control in reading order, and the focus is seen", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  const resolutions = await page.getByTestId("resolution-switch").getByRole("button").count();
  const order: string[] = [];
  for (let step = 0; step < resolutions + 9; step += 1) {
    await page.keyboard.press("Tab");
    const { name, seen } = await focused(page);
    expect(seen).toBe(true);
    order.push(name);
  }
  expect(order.slice(0, 3)).toEqual(["AAPL", "1 minute", "5 minutes"]);
  expect(order.slice(resolutions + 1)).toEqual([
    "Live",
    "Pause updates",
    expect.stringMatching(/^Switch to the/),
    expect.stringMatching(/^live/),
    "Time and sales",
    "REST",
    "streams",
    "live streams",
  ]);
});
