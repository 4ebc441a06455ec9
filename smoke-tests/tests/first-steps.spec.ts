import { expect, expectLive, test } from "../support/journey";

test.use({ isNew: true });

test("the first steps lead to an order, and stay away afterwards", async ({ ownServer, page }) => {
  await page.goto(`${ownServer.url}/?symbol=BTC/USD&resolution=1`);
  await expectLive(page);
  const tour = page.getByTestId("tour");
  await expect(tour).toContainText("Step 1 of 3");
  await tour.getByRole("button", { name: "Open the ticket" }).click();
  await page.getByTestId("ticket-submit").click();

  await expect(tour).toContainText("It filled");
  await tour.getByRole("button", { name: "Next" }).click();
  await tour.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await expectLive(page);
  await expect(tour).toHaveCount(0);
  const held = await page.request.get(`${ownServer.url}/api/v1/broker/positions?accountId=demo`);
  expect(await held.json()).toMatchObject([{ symbol: "BTC/USD", qty: 1 }]);
});
