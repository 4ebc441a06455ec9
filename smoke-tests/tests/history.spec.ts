import { expect, expectLive, test } from "../support/journey";

interface BarsAnswer {
  bars: { time: number }[];
  no_data: boolean;
}

/** Far more wheel turns than two years of daily bars need. */
const MOST_TURNS = 400;

test("scrolling back pages through the history to the first bar", async ({ page }) => {
  const times: number[] = [];
  let ended = false;
  page.on("response", async (response) => {
    if (!response.url().includes("/datafeed/bars")) return;
    const answer = (await response.json()) as BarsAnswer;
    times.push(...answer.bars.map(({ time }) => time));
    ended ||= answer.no_data;
  });
  await page.goto("/?symbol=AAPL&resolution=1D");
  await expectLive(page);
  await page.getByTestId("chart").hover();
  for (let turn = 0; turn < MOST_TURNS && !ended; turn += 1) {
    await page.mouse.wheel(-400, 0);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  expect(ended).toBe(true);

  // What the leftmost bar of the chart says is the oldest that the server has.
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(-400, 0);
  const time = page.getByTestId("bar-time");
  await page.mouse.move(2, 400);
  await expect(time).toBeHidden();
  for (let x = 4; x < 1440 && !(await time.isVisible()); x += 4) await page.mouse.move(x, 400);
  const first = new Date(Math.min(...times)).toLocaleDateString("en-US", {
    timeZone: "UTC",
    day: "2-digit",
    month: "short",
    year: "numeric",
  });
  await expect(time).toContainText(first);
  expect(new Set(times).size).toBeGreaterThan(500);
});
