import { HeldAccount, rowOf, skipTour } from "../support/account";
import { expect, expectLive, test } from "../support/journey";

test("what one tab does to the account the other shows", async ({ ownServer, page, context }) => {
  // Two whole pages paint at once.
  test.slow();
  const held = new HeldAccount(ownServer);
  const { orderId } = await held.place({
    ...{ symbol: "BTC/USD", type: 1, side: 1, qty: "0.1" },
    limitPrice: "50000",
  });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await skipTour(tab);
    await tab.goto(ownServer.url);
    await expectLive(tab);
    await expect(rowOf(tab, "Orders", "50,000.00")).toBeVisible();
  }

  const second = await held.place({
    ...{ symbol: "BTC/USD", type: 1, side: 1, qty: "0.2" },
    limitPrice: "51000",
  });
  for (const tab of [page, other]) await expect(rowOf(tab, "Orders", "51,000.00")).toBeVisible();

  await rowOf(page, "Orders", "50,000.00").getByRole("button", { name: "Cancel" }).click();
  await expect(rowOf(other, "Orders", "50,000.00")).toBeHidden();
  expect(await held.working()).toEqual([second.orderId]);

  await other.getByTestId("cancel-all").click();
  for (const tab of [page, other]) await expect(tab.getByTestId("cancel-all")).toBeHidden();
  expect(await held.working()).toEqual([]);
  expect((await held.orders()).map(({ id, status }) => [id, status])).toEqual([
    [orderId, 1],
    [second.orderId, 1],
  ]);
});
