import { HeldAccount, skipTour } from "../support/account";
import { expect, expectLive, test } from "../support/journey";

test("the kill switch says what it will do, does it, and trading resumes by hand", async ({
  ownServer,
  page,
}) => {
  const held = new HeldAccount(ownServer);
  const entry = { symbol: "BTC/USD", type: 1, side: 1, qty: "0.1" };
  await held.place({ ...entry, type: 2 });
  await held.place({ ...entry, limitPrice: "50000" });
  await held.place({ ...entry, limitPrice: "51000" });
  await skipTour(page);
  await page.goto(ownServer.url);
  await expectLive(page);
  await expect(page.getByTestId("cancel-all")).toHaveText("Cancel 2 orders");

  await page.getByTestId("account-menu").click();
  await page.getByRole("menuitem", { name: "Kill switch" }).click();
  const ask = page.getByTestId("ask");
  await expect(ask).toContainText(
    "Cancels 2 orders, closes 1 position at the market, refuses new orders until you resume.",
  );
  await ask.getByRole("radio", { name: "Halt and flatten" }).check();
  await ask.getByTestId("ask-confirm").click();

  const strip = page.getByTestId("trading-stopped");
  await expect(strip).toContainText("Reducing only");
  expect(await held.risk()).toMatchObject({ state: "REDUCING" });
  expect([await held.working(), await held.positions()]).toEqual([[], []]);
  await expect(held.place({ ...entry, type: 2 })).rejects.toThrow("ACCOUNT_REDUCING");

  await strip.getByRole("button", { name: "Resume" }).click();
  await expect(strip).toBeHidden();
  expect(await held.risk()).toMatchObject({ state: "ACTIVE" });
});
