import { expect, test } from "../support/journey";
import { field, heldOrders, openTicket, placedState, STATUS } from "../support/ticket";

test("who wants to be asked is asked, and a double click orders once", async ({
  ownServer,
  page,
}) => {
  const confirm = { order: true, cancel: false, flatten: true };
  await page.addInitScript(
    (settings) => localStorage.setItem("trading-pro.settings", settings),
    JSON.stringify({ palette: "standard", confirm }),
  );
  await openTicket(page, ownServer.url);
  await field(page, "qty").fill("0.01");
  await page.keyboard.press("Enter");
  const asked = page.getByTestId("ask");
  await expect(asked).toContainText("Buy 0.01 BTC/USD at market?");
  expect(await heldOrders(page, ownServer.url)).toEqual([]);

  await asked.getByRole("button", { name: "Buy 0.01 BTC/USD at market" }).dblclick();

  await expect(placedState(page)).toContainText("Filled");
  expect(await heldOrders(page, ownServer.url)).toMatchObject([{ status: STATUS.filled }]);
});
