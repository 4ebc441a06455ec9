import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

const MOST_STOPS = 250;
const LAST = "live streams";
/** Named as they are read; what stands between them may change. */
const IN_ORDER = [
  /^AAPL$/,
  /^1 minute$/,
  /^5 minutes$/,
  /^Live$/,
  /^Pause updates$/,
  /^Switch to the/,
  /^live/,
  /^REST$/,
  /^streams$/,
  /^live streams$/,
];

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
  const stops: { name: string; seen: boolean }[] = [];
  while (stops.at(-1)?.name !== LAST && stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    stops.push(await focused(page));
  }

  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  const places = IN_ORDER.map((name) => stops.findIndex((stop) => name.test(stop.name)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(stops.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Close Orders", "Close Watchlist"]),
  );
});
