import { expect, feedState, legend, test } from "../support/journey";

/** New York and Tokyo are never open at one time: of these at least one is closed. */
const LISTED = ["KO", "7203"];

test("a symbol of an exchange says that it is closed, and when it opens", async ({ page }) => {
  const words: (string | null)[] = [];
  for (const symbol of LISTED) {
    await page.goto(`/?symbol=${symbol}&resolution=1`);
    await expect(feedState(page)).toHaveAttribute("data-word", /^(live|closed)$/, {
      timeout: 20_000,
    });
    const word = await feedState(page).getAttribute("data-word");
    words.push(word);
    if (word === "live") continue;
    const sentence = /^Closed since \w{3} \d\d:\d\d\. Opens \w{3} \d\d:\d\d\.$/;
    await expect(feedState(page)).toHaveAttribute("title", sentence);
    await expect(feedState(page)).toContainText(/opens \w{3} \d\d:\d\d/);
    await expect(legend(page)).toContainText("closed");
  }

  expect(words).toContain("closed");
});

test("around the clock the price is live", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1");

  await expect(feedState(page)).toHaveAttribute("data-word", "live", {
    timeout: 20_000,
  });
  await expect(legend(page)).not.toContainText("closed");
});
