import type { Page } from "@playwright/test";
import { CUT, expect, expectLive, feedState, test } from "../support/journey";

test.use({ expectedErrors: CUT });

const JSON_BODY = { "Content-Type": "application/json" };
const ORDER = { symbol: "BTC/USD", type: 1, side: 1, qty: "0.5" };
const WORKING = 6;

interface Held {
  id: string;
  status: number;
  limitPrice: number;
}

async function lastPrice(page: Page): Promise<number> {
  const close = await page.getByTestId("bar-close").innerText();
  return Number(close.replaceAll(",", ""));
}

test("an open order is on the chart again when a killed server returns", async ({
  ownServer,
  page,
}) => {
  const orders = `${ownServer.url}/api/v1/broker/orders`;
  await page.goto(`${ownServer.url}/?symbol=BTC/USD&resolution=1D`);
  await expectLive(page);
  // Further below than the market goes in a minute, and in sight among bars of a day.
  const price = Math.floor((await lastPrice(page)) * 0.98);
  const data = { ...ORDER, limitPrice: String(price) };
  const placed = (await (await page.request.post(orders, { data })).json()) as {
    orderId: string;
  };
  const line = page.locator(`[data-line="${placed.orderId}:limitPrice"]`);
  await expect(line).toContainText("Buy limit 0.5");

  await ownServer.kill();
  await expect(feedState(page)).toHaveAttribute("data-word", "offline");
  await expect(line).toBeVisible();
  await ownServer.start();
  await expect(feedState(page)).toHaveAttribute("data-word", "live", {
    timeout: 40_000,
  });

  const [kept] = (await (await page.request.get(orders)).json()) as Held[];
  expect(kept).toMatchObject({
    id: placed.orderId,
    status: WORKING,
    limitPrice: price,
  });
  await expect(line).toBeVisible();

  // What changes now reaches the page: it follows the server that came back.
  const lower = price - 1;
  const changed = { ...ORDER, limitPrice: lower.toFixed(2) };
  const address = `${orders}/${placed.orderId}`;
  await page.request.put(address, { data: changed, headers: JSON_BODY });
  await expect(line).toContainText(lower.toLocaleString("en-US", { minimumFractionDigits: 2 }));
});
