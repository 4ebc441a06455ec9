import { expect, expectUpdates, expectLive, legend, test } from "../support/journey";

test("a symbol is found by typing and shown by the keyboard alone", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);

  await page.keyboard.press("/");
  const options = page.getByRole("option");
  await expect(options.filter({ hasText: "AAPL" }).first()).toBeVisible();
  const all = await options.count();
  expect(all).toBeGreaterThan(5);

  await page.keyboard.type("msft");
  await expect(options).toHaveCount(1);
  await page.keyboard.press("Enter");

  await expect(page.getByTestId("symbol-search")).toBeHidden();
  await expect(page.getByTestId("symbol-button")).toHaveText("MSFT");
  await expect(legend(page)).toContainText("MSFT");
  await expectLive(page);
  await expectUpdates(page, 2);

  // The choice outlives the page.
  await page.goto("/");
  await expect(page.getByTestId("symbol-button")).toHaveText("MSFT");
});

for (const [key, dialog] of [
  ["/", "symbol-search"],
  ["Control+k", "palette"],
] as const) {
  test(`the first hit of the ${dialog} waits for Enter again when the pointer has left`, async ({
    page,
  }) => {
    await page.goto("/?symbol=AAPL&resolution=1");
    await expectLive(page);
    await page.keyboard.press(key);
    const options = page.getByTestId(dialog).getByRole("option");
    await options.nth(2).hover();
    await expect(options.nth(2)).toHaveAttribute("data-highlighted", "");

    await page.mouse.move(5, 5);

    await expect(options.first()).toHaveAttribute("data-highlighted", "");
    await expect(page.getByTestId(dialog).getByRole("textbox")).toBeFocused();
  });
}

test("Escape closes the search and leaves the symbol", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");
  await page.getByTestId("symbol-button").click();
  await page.keyboard.type("nothing is called so");
  await expect(page.getByTestId("symbol-search")).toContainText("Nothing is called");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("symbol-search")).toBeHidden();
  await expect(page.getByTestId("symbol-button")).toHaveText("AAPL");
  await expectLive(page);
});

test.describe(() => {
  // The browser itself reports an answer with status 404.
  test.use({ expectedErrors: /404/ });

  test("an unknown symbol in the address is told with its code and the way out", async ({
    page,
  }) => {
    await page.goto("/?symbol=NOPE");
    const note = page.getByTestId("chart-note");
    await expect(note).toContainText("unknown_symbol");
    await note.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type("AAPL");
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expectLive(page);
    await expect(note).toBeHidden();
  });
});
