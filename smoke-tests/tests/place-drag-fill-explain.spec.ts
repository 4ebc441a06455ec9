import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

/** On a busy machine the fill takes its time. */
test.setTimeout(120_000);

interface Held {
  id: string;
  price?: number;
  limitPrice?: number | null;
  status?: number;
}

const WORKING = 6;
const FILLED = 2;

/** What the server holds, asked beside the page. */
async function held(page: Page, url: string, list: string): Promise<Held[]> {
  return (await (await page.request.get(`${url}/api/v1/broker/${list}`)).json()) as Held[];
}

const priceIn = (text: string): number =>
  Number(/@ ([\d,.]+)/.exec(text)?.[1]?.replaceAll(",", ""));

/** Point at a place of the chart, in parts of its size. */
async function at(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId("chart").boundingBox();
  if (!box) throw new Error("there is no chart");
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

test("an order placed by right click is dragged through the market, fills, and says why", async ({
  ownServer,
  page,
}) => {
  await page.goto(`${ownServer.url}/?symbol=BTC/USD&resolution=1`);
  await expectLive(page);

  const item = page.getByRole("menuitem", { name: /^Buy limit 1 BTC\/USD @/ });
  await expect(async () => {
    // The bars come later than the quote; below all of them a buy can wait.
    const below = await at(page, 0.3, 0.77);
    await page.mouse.click(below.x, below.y, { button: "right" });
    await expect(item).toBeVisible({ timeout: 1000 });
  }).toPass();
  const price = priceIn(await item.innerText());
  await item.click();

  const line = page.getByTestId("trade-line").filter({ hasText: "Buy limit 1" });
  await expect(line).toBeVisible();
  const [placed] = await held(page, ownServer.url, "orders");
  expect([placed?.status, placed?.limitPrice]).toEqual([WORKING, price]);

  const grip = await line.getByRole("slider").boundingBox();
  if (!grip) throw new Error("the line has no handle");
  const above = await at(page, 0.3, 0.06);
  await page.mouse.move(grip.x + 20, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, grip.y - 40, { steps: 4 });
  await expect(line).toContainText("→");
  await page.mouse.move(grip.x + 20, above.y, { steps: 6 });
  await page.mouse.up();

  const position = page.getByTestId("trade-line").filter({ hasText: "Long 1" });
  await expect(position).toBeVisible({ timeout: 30_000 });
  const [filled] = await held(page, ownServer.url, "orders");
  expect(filled?.status).toBe(FILLED);
  expect(filled?.limitPrice).toBeGreaterThan(price);

  // The position's label may lie over the arrow, and takes the pointer there.
  await page.getByTestId("fill-mark").last().press("Enter");
  const told = page.getByTestId("explain-fill");
  await expect(told).toContainText("limit_taking");
  const sentence = await told.locator(".sentence").innerText();
  const fills = await held(page, ownServer.url, "executions/BTC/USD");
  const shown = sentence.match(/at ([\d,.]+\d)/)?.[1]?.replaceAll(",", "");
  expect(fills.map((fill) => fill.price)).toEqual([Number(shown)]);
  await expect(told).toContainText(fills[0]?.id ?? "no execution");
});
