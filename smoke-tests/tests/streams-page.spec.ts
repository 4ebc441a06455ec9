import type { Page } from "@playwright/test";
import { startFaultProxy } from "../support/faultProxy";
import { CUT, expect, expectLive, expectUpdates, legend, test } from "../support/journey";

test.use({ expectedErrors: CUT });

const expectWord = (page: Page, word: string) =>
  expect(page.getByTestId("streams-state")).toHaveAttribute("data-word", word, {
    timeout: 20_000,
  });

/** The cells of the row that begins with `topic`. */
const cells = (page: Page, table: string, topic: string) =>
  page.getByTestId(table).getByRole("row", { name: topic }).getByRole("cell");

test("the chart's streams are seen here and on the server, cut and back", async ({
  baseURL,
  page,
}) => {
  const proxy = await startFaultProxy(baseURL ?? "");
  await page.goto(`${proxy.url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await expect(page.getByTestId("chart-lag")).toHaveText(/^lag \d+ ms$/);

  await page.getByRole("link", { name: "live streams" }).press("Enter");
  await expectWord(page, "live");
  const bars = "bars resolution 1, symbol AAPL";
  await expect(cells(page, "own-streams", bars).nth(1)).toHaveText("live");
  await expect(cells(page, "server-topics", bars).nth(3)).toHaveText("1");
  await expect(cells(page, "own-streams", bars).nth(2)).not.toHaveText(/^[–0]$/);

  await proxy.tell("refuse", true);
  await proxy.tell("reset");
  await expectWord(page, "offline");
  await expect(page.getByTestId("as-of")).toContainText("ago");
  await expect(cells(page, "own-streams", bars).nth(1)).toHaveText("offline");
  await expect(page.getByTestId("link-facts")).toContainText("last closed with 1006");

  await proxy.tell("refuse", false);
  await expectWord(page, "live");
  await expect(cells(page, "own-streams", bars).nth(9)).toHaveText("1");
  await page.getByRole("link", { name: "Chart" }).click();
  await expect(legend(page)).toContainText("AAPL");
  await expectUpdates(page, 1);
  await proxy.stop();
});
