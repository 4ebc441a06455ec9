import { expect, test } from "../support/journey";
import {
  field,
  heldOrders,
  openTicket,
  placedState,
  saysAt,
  STATUS,
  submit,
} from "../support/ticket";

test.describe("a refused order", () => {
  test.use({ expectedErrors: /422/ });

  test("[E1] says why at the field that caused it, and nothing is held", async ({
    ownServer,
    page,
  }) => {
    await openTicket(page, ownServer.url);
    await field(page, "qty").fill("0.01");
    await page.getByLabel("Order type").selectOption({ label: "Limit" });
    await field(page, "limitPrice").fill("1");

    await submit(page).click();

    await expect(saysAt(page, "limitPrice")).toContainText("RISK_PRICE_COLLAR");
    await expect(saysAt(page, "limitPrice")).toContainText("nearer to the market");
    await expect(field(page, "limitPrice")).toBeFocused();
    expect(await heldOrders(page, ownServer.url)).toEqual([]);
  });
});

test("a ticket of an order that has changed meanwhile sends nothing and shows both", async ({
  ownServer,
  page,
}) => {
  const { url } = ownServer;
  await openTicket(page, url);
  await field(page, "qty").fill("0.01");
  await page.getByLabel("Order type").selectOption({ label: "Limit" });
  await field(page, "limitPrice").fill("50000");
  await submit(page).click();
  await expect(placedState(page)).toHaveText("Working");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await field(page, "limitPrice").fill("51000");
  const [{ id = "" } = {}] = await heldOrders(page, url);
  const data = {
    symbol: "BTC/USD",
    type: 1,
    side: 1,
    qty: 0.02,
    limitPrice: 50000,
    stopLoss: 40000,
  };
  await page.request.put(`${url}/api/v1/broker/orders/${id}`, { data });
  await expect(page.getByTestId("ticket-placed")).toContainText("Buy 0.02");

  const stale = page.getByTestId("ticket-stale");
  await submit(page).click();
  await expect(stale.getByRole("row", { name: /Quantity 0.01 0.02/ })).toBeVisible();
  await expect(stale.getByRole("row", { name: /Stop loss – 40,000.00/ })).toBeVisible();
  expect(await heldOrders(page, url)).toMatchObject([{ id, limitPrice: 50000 }, {}]);
  await stale.getByRole("button", { name: "Use what is now" }).click();
  await expect(field(page, "qty")).toHaveValue("0.02");
  await submit(page).click();
  const wanted = {
    id,
    status: STATUS.working,
    qty: 0.02,
    limitPrice: 51000,
    stopLoss: 40000,
  };
  await expect.poll(async () => (await heldOrders(page, url))[0]).toMatchObject(wanted);
});
