import { expect, expectLive, expectUpdates, feedState, test } from "../support/journey";

test("a price that no tick confirms is marked as stale, with its age", async ({
  ownServer,
  page,
}) => {
  await page.goto(ownServer.url);
  await expectLive(page);
  await expectUpdates(page, 2);
  const price = page.getByTestId("last-price");
  await expect(price).not.toHaveClass(/stale/);

  ownServer.freeze();
  await expect(feedState(page)).toHaveAttribute("data-word", "stale", {
    timeout: 15_000,
  });
  await expect(price).toHaveClass(/stale/);
  await expect(price).toHaveAttribute("title", /last tick came \d+ s ago/);

  ownServer.wake();
  await expectLive(page);
  await expect(price).not.toHaveClass(/stale/);
});
