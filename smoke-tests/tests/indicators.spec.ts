import type { Locator, Page } from "@playwright/test";
import { expect, expectLive, legend, test } from "../support/journey";

const study = (page: Page, name: string): Locator => page.getByTestId(`study-${name}`);

async function add(page: Page, words: string): Promise<void> {
  await page.getByTestId("indicators-button").click();
  await page.getByRole("textbox", { name: "Indicator" }).fill(words);
  await page.keyboard.press("Enter");
}

const WEEK_MS = 604_800_000;

interface BarsAnswer {
  bars: { close: number }[];
}

test("an indicator is added, set, read, kept and removed", async ({ page, baseURL }) => {
  await page.goto("/?symbol=AAPL&resolution=1D");
  await expectLive(page);
  await add(page, "smoothed");
  await expect(study(page, "SMA")).toContainText("SMA 12 2");
  await add(page, "moving average conv");
  await expect(study(page, "MACD").locator(".number")).toHaveCount(3);

  await add(page, "simple");
  await study(page, "MA").getByRole("button").click();
  await page.getByRole("menuitem", { name: "Settings…" }).click();
  const settings = page.getByTestId("study-settings");
  await settings.getByLabel("Length 1").fill("0");
  await expect(settings.getByRole("alert")).toHaveText(/^0 is no length/);
  await settings.getByLabel("Length 1").fill("3");
  await settings.getByRole("button", { name: "Done" }).click();
  await expect(study(page, "MA")).toContainText("MA 3 50 200");

  // The first value is the mean of the three newest closes that the server has.
  const mean = async (): Promise<number> => {
    const now = Date.now();
    const answer = await page.request.get(`${baseURL ?? ""}/api/v1/datafeed/bars`, {
      params: {
        symbol: "AAPL",
        resolution: "1D",
        from_time: now - WEEK_MS,
        to_time: now,
      },
    });
    const { bars } = (await answer.json()) as BarsAnswer;
    return bars.slice(-3).reduce((sum, { close }) => sum + close, 0) / 3;
  };
  const shown = async (): Promise<number> =>
    Number(await study(page, "MA").locator(".number").first().innerText());
  await expect.poll(async () => Math.abs((await shown()) - (await mean()))).toBeLessThan(0.5);

  await page.reload();
  await expectLive(page);
  await expect(study(page, "MA")).toContainText("MA 3 50 200");
  await expect(study(page, "MACD").locator(".number")).toHaveCount(3);
  await study(page, "MACD").getByRole("button").click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(study(page, "MACD")).toBeHidden();
});

test("an indicator is added by the palette", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1D");
  await expectLive(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Command or symbol" }).fill("add relative strength");
  await page.keyboard.press("Enter");
  await expect(study(page, "RSI").locator(".number")).toHaveText(/^\d+\.\d+$/);
});

test("ranges set the bars and the stretch, and the picture says what it shows", async ({
  page,
}) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await page.getByRole("button", { name: "Show 1 year" }).click();
  await expect(legend(page)).toContainText("AAPL · D");
  await expect(page.getByRole("button", { name: "Show 1 year" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const yearAgo = new Date();
  yearAgo.setFullYear(yearAgo.getFullYear() - 1);
  await expect(async () => {
    await page.getByTestId("chart").hover({ position: { x: 40, y: 300 } });
    await page.getByTestId("chart").hover({ position: { x: 20, y: 300 } });
    await expect(page.getByTestId("bar-time")).toContainText(String(yearAgo.getFullYear()), {
      timeout: 1_000,
    });
  }).toPass();

  await page.getByRole("button", { name: "Picture of the chart" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Save as a picture" }).click();
  expect((await saving).suggestedFilename()).toMatch(/^AAPL_\d{4}-.*Z\.png$/);
});
