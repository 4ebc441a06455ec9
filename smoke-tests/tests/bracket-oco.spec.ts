import { expect, test } from "../support/journey";
import { field, heldOrders, openTicket, placedState, STATUS, submit } from "../support/ticket";

test("an entry brings its target and its stop; when one fills, the other is canceled", async ({
  ownServer,
  page,
}) => {
  test.setTimeout(180_000);
  await openTicket(page, ownServer.url);
  await field(page, "qty").fill("0.01");
  await page.getByRole("checkbox", { name: "Take profit" }).check();
  await page.getByLabel("Take profit by").selectOption("percent");
  await field(page, "takeProfit").fill("0.03");
  await page.getByRole("checkbox", { name: "Stop loss" }).check();
  await page.getByLabel("Stop loss by").selectOption("ticks");
  // Both so near that the market reaches one of them within a minute or two.
  await field(page, "stopLoss").fill("2500");
  await expect(page.getByTestId("ticket-stakes")).toContainText("Reward : risk");
  await expect(submit(page)).toHaveText("Buy 0.01 BTC/USD at market");

  await submit(page).click();

  await expect(placedState(page)).toContainText("Filled");
  const children = async () =>
    (await heldOrders(page, ownServer.url)).filter(({ parentId }) => parentId !== null);
  await expect
    .poll(async () => (await children()).map(({ status }) => status).sort(), {
      timeout: 150_000,
    })
    .toEqual([STATUS.canceled, STATUS.filled]);
  const canceled = (await children()).find(({ status }) => status === STATUS.canceled);
  expect(canceled?.reason).toBe("BRACKET_FILLED");
  const held = await page.request.get(`${ownServer.url}/api/v1/broker/positions`);
  expect(await held.json()).toEqual([]);
});

test.describe("at 1440x900", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("all that a bracket order needs is seen without scrolling", async ({ ownServer, page }) => {
    await openTicket(page, ownServer.url);
    await page.getByLabel("Order type").selectOption({ label: "Stop limit" });
    await page.getByLabel("Take profit", { exact: true }).check();
    await page.getByLabel("Stop loss", { exact: true }).check();

    for (const name of ["qty", "stopPrice", "limitPrice", "takeProfit", "stopLoss"])
      await expect(field(page, name)).toBeInViewport({ ratio: 1 });
    await expect(submit(page)).toBeInViewport({ ratio: 1 });
  });
});
