import { CUT, expect, expectLive, expectUpdates, feedState, test } from "../support/journey";

// A server that is killed on purpose: the browser reports each refused attempt.
test.use({ expectedErrors: CUT });

test("without a server the demo is offered, marked as such, and left again", async ({
  ownServer,
  page,
}) => {
  await page.goto(`${ownServer.url}/?symbol=MSFT&resolution=1`);
  await expectLive(page);
  // What is not shown yet has been fetched too: without a server nothing comes any more.
  await page.waitForLoadState("networkidle");
  await ownServer.kill();
  await page.getByTestId("offline-demo").first().click();

  await expect(page.getByTestId("demo-strip")).toContainText("invented in this browser");
  await expect(feedState(page)).toHaveAttribute("data-word", "demo");
  await expect(page.getByTestId("symbol-button")).toHaveText("DEMO");
  await expectUpdates(page, 2);

  await ownServer.start();
  await page.getByRole("button", { name: "Back to the server" }).click();
  await expectLive(page);
  await expect(page.getByTestId("symbol-button")).toHaveText("MSFT");
  const orders = await page.request.get(`${ownServer.url}/api/v1/broker/orders?accountId=demo`);
  expect(await orders.json()).toEqual([]);
});
