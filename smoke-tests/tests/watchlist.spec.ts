import type { Locator, Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

interface Quoted {
  v: { lp: number; bid: number; ask: number; prev_close_price: number };
}

const watchlist = (page: Page): Locator => page.getByTestId("watchlist");
const row = (page: Page, entry: string): Locator =>
  watchlist(page).locator(`[data-row="${entry}"]`);
const cell = (page: Page, entry: string, column: string): Locator =>
  row(page, entry).locator(`[data-column="${column}"]`);
const choose = (page: Page, item: string | RegExp): Promise<void> =>
  page.getByRole("menuitem", { name: item }).click();

async function makeList(page: Page, name: string): Promise<void> {
  await page.getByTestId("watchlist-menu").click();
  await choose(page, "New list…");
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("watchlist-menu")).toContainText(name);
}

async function addSymbol(page: Page, symbol: string): Promise<void> {
  await page.getByTestId("watch-symbol").click();
  await page.keyboard.type(symbol);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(row(page, symbol)).toBeVisible();
}

/** What the server has of the lists. */
async function savedEntries(page: Page, origin: string): Promise<unknown> {
  const answer = await page.request.get(
    `${origin}/api/v1/workspace/documents/watchlists/watchlists`,
  );
  const { content } = (await answer.json()) as {
    content?: { lists: { name: string; entries: string[] }[] };
  };
  return content?.lists.find(({ name }) => name === "Mine")?.entries;
}

test("a symbol is watched: the server keeps it, and the price is the server's", async ({
  ownServer,
  page,
}) => {
  await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
  await expectLive(page);
  await makeList(page, "Mine");
  await addSymbol(page, "XAU/USD");
  await addSymbol(page, "MSFT");
  await expect(cell(page, "MSFT", "state")).toHaveText("live");

  // By keyboard to the top; then a click shows it in the chart of its colour.
  await row(page, "MSFT").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => savedEntries(page, ownServer.url)).toEqual(["MSFT", "XAU/USD"]);
  await row(page, "MSFT").click();
  await expect(page.getByTestId("symbol-button")).toHaveText("MSFT");

  // The price on the screen becomes one that the server quotes at the same time.
  await expect(async () => {
    const asked = { data: { symbols: ["MSFT"] } };
    const answer = await page.request.post(`${ownServer.url}/api/v1/datafeed/quotes`, asked);
    const [quoted] = (await answer.json()) as [Quoted];
    await expect(cell(page, "MSFT", "last")).toHaveText(quoted.v.lp.toFixed(2), { timeout: 100 });
  }).toPass({ timeout: 15_000 });
});

test.describe(() => {
  // The browser itself reports an answer with status 404: the symbol that is unknown.
  test.use({ expectedErrors: /404/ });

  test("a list is imported, sorted, and is there in another browser; a row is removed", async ({
    ownServer,
    page,
    browser,
  }) => {
    await page.goto(ownServer.url);
    await page.getByTestId("watchlist-menu").click();
    await choose(page, "Import a list…");
    const dialog = page.getByTestId("import-watchlist");
    await dialog
      .getByLabel("Symbols")
      .fill("###Shares,NASDAQ:AAPL,NASDAQ:NOPE\nMSFT,###Coins,BTC/USD");
    await dialog.getByLabel("Name of the list").fill("Mine");
    await dialog.getByRole("button", { name: "Make a list of 4 symbols" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(watchlist(page)).toContainText("does not know them: NASDAQ:NOPE");
    await expect(watchlist(page).locator("[data-row]")).toHaveCount(5);

    await watchlist(page).getByRole("button", { name: "Last" }).click();
    await expect(watchlist(page).locator("[data-row]").first()).toContainText("BTC/USD");
    await row(page, "MSFT").click({ button: "right" });
    await choose(page, /^Remove MSFT/);

    const saved = ["###Shares", "AAPL", "###Coins", "BTC/USD"];
    await expect.poll(() => savedEntries(page, ownServer.url)).toEqual(saved);
    const other = await browser.newPage();
    await other.goto(ownServer.url);
    await other.getByTestId("watchlist-menu").click();
    await choose(other, "Mine");
    await expect(watchlist(other).locator("[data-row]")).toHaveText([
      /Shares/,
      /AAPL/,
      /Coins/,
      /BTC/,
    ]);
    await other.close();
  });
});
