import {
  expect,
  expectChanges,
  expectLive,
  feedState,
  legend,
  test,
} from "../support/journey";

test.use({ expectedErrors: /ERR_CONNECTION_REFUSED|WebSocket connection/ });

test("a killed server is told, and its return needs no reload", async ({
  page,
  ownServer,
}) => {
  await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await page.evaluate(
    () => ((window as { sameDocument?: boolean }).sameDocument = true),
  );

  await ownServer.kill();
  await expect(feedState(page)).toHaveAttribute("data-word", "offline");
  await expect(page.getByTestId("notice")).toContainText(
    /Trying again (in \d+ s|now)/,
  );
  await expect(legend(page)).toBeVisible();

  await ownServer.start();
  await page.getByTestId("notice-action").click();
  await expectLive(page);
  await expect(page.getByTestId("notice")).toBeHidden();
  await expectChanges(page.getByTestId("bar-close"), 2);
  const same = await page.evaluate(
    () => (window as { sameDocument?: boolean }).sameDocument,
  );
  expect(same).toBe(true);
});

test("without a hand the page finds the server again by itself", async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url);
  await expectLive(page);
  await ownServer.kill();
  await expect(feedState(page)).toHaveAttribute("data-word", "offline");
  await ownServer.start();
  await expect(feedState(page)).toHaveAttribute("data-word", "live", {
    timeout: 40_000,
  });
});
