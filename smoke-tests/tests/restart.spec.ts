import {
  CUT,
  expect,
  expectUpdates,
  expectLive,
  feedState,
  legend,
  test,
} from "../support/journey";

test.use({ expectedErrors: CUT });

test("a killed server is told, and its return needs no reload", async ({ ownServer, page }) => {
  await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await page.evaluate(() => ((window as { sameDocument?: boolean }).sameDocument = true));

  await ownServer.kill();
  await expect(feedState(page)).toHaveAttribute("data-word", "offline");
  const notice = page.getByTestId("notice");
  await expect(notice).toContainText(/Trying again (in \d+ s|now)/);
  await expect(notice.getByRole("button", { name: "Retry now" })).toBeVisible();
  await expect(legend(page)).toBeVisible();

  await ownServer.start();
  await expect(feedState(page)).toHaveAttribute("data-word", "live", { timeout: 40_000 });
  await expect(notice).toBeHidden();
  await expectUpdates(page, 2);
  const same = await page.evaluate(() => (window as { sameDocument?: boolean }).sameDocument);
  expect(same).toBe(true);
});
