import { expect, test } from "../support/journey";
import {
  field,
  heldOrders,
  openTicket,
  placedState,
  STATUS,
  submit,
} from "../support/ticket";

test("an entry brings its target and its stop; when one fills, the other is canceled", async ({
  ownServer,
  page,
}) => {
  await openTicket(page, ownServer.url);
  await field(page, "qty").fill("0.01");
  await page.getByRole("checkbox", { name: "Take profit" }).check();
  await page.getByLabel("Take profit by").selectOption("percent");
  await field(page, "takeProfit").fill("0.05");
  await page.getByRole("checkbox", { name: "Stop loss" }).check();
  await page.getByLabel("Stop loss by").selectOption("ticks");
  // Within the spread: the market has reached it as soon as it protects.
  await field(page, "stopLoss").fill("1");
  await expect(page.getByTestId("ticket-stakes")).toContainText(
    "Reward : risk",
  );
  await expect(submit(page)).toHaveText("Buy 0.01 BTC/USD at market");

  await submit(page).click();

  await expect(placedState(page)).toContainText("Filled");
  const children = async () =>
    (await heldOrders(page, ownServer.url)).filter(
      ({ parentId }) => parentId !== null,
    );
  await expect
    .poll(async () => (await children()).map(({ status }) => status).sort(), {
      timeout: 30_000,
    })
    .toEqual([STATUS.canceled, STATUS.filled]);
  const canceled = (await children()).find(
    ({ status }) => status === STATUS.canceled,
  );
  expect(canceled?.reason).toBe("BRACKET_FILLED");
  const held = await page.request.get(
    `${ownServer.url}/api/v1/broker/positions`,
  );
  expect(await held.json()).toEqual([]);
});
