import { HeldAccount, rowOf, showPanel, skipTour } from "../support/account";
import { expect, expectLive, test } from "../support/journey";

test("a position is halved, turned and closed; the server holds each", async ({
  ownServer,
  page,
}) => {
  const held = new HeldAccount(ownServer);
  await held.place({ symbol: "BTC/USD", type: 2, side: 1, qty: "0.3" });
  await skipTour(page);
  await page.goto(ownServer.url);
  await expectLive(page);
  await showPanel(page, "Positions");
  const row = rowOf(page, "Positions", "BTC/USD");
  await expect(row).toContainText("Long");

  await row.getByRole("button", { name: "Close a part" }).click();
  const ask = page.getByTestId("ask");
  await expect(ask.getByTestId("part-quantity")).toHaveValue("0.15");
  await ask.getByTestId("part-quantity").fill("0.4");
  await expect(ask).toContainText("Expected at most 0.3");
  await expect(ask.getByTestId("ask-confirm")).toBeDisabled();
  await ask.getByTestId("part-quantity").fill("0.1");
  await ask.getByRole("button", { name: "Sell 0.1 BTC/USD" }).click();
  await expect(row.locator("[data-column=qty]")).toHaveText("0.2");
  expect(await held.positions()).toMatchObject([{ symbol: "BTC/USD", qty: 0.2, side: 1 }]);

  await row.getByRole("button", { name: "Reverse" }).click();
  await ask.getByRole("button", { name: "Reverse to Short 0.2 BTC/USD" }).click();
  await expect(row).toContainText("Short");
  expect(await held.positions()).toMatchObject([{ symbol: "BTC/USD", qty: 0.2, side: -1 }]);

  await row.getByRole("button", { name: "Close BTC/USD" }).click();
  await ask.getByRole("button", { name: "Close Short 0.2 BTC/USD" }).click();
  await expect(row).toBeHidden();
  expect(await held.positions()).toEqual([]);
});
