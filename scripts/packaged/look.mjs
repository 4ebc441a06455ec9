/**
 * Looks at the product in a real Chromium, as a user would.
 *
 *   node look.mjs URL SCREENSHOT
 *
 * Says "live" once the page is live and its bars move, and takes the screenshot. Then a line on
 * stdin says that the connection was cut: it waits for the page to notice, and says "back" once it
 * is live again. Fails on any error in the console but a connection that was refused meanwhile.
 */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const requireFromFrontend = createRequire(new URL("../../frontend/package.json", import.meta.url));
const { chromium } = requireFromFrontend("@playwright/test");
const [url, screenshot] = process.argv.slice(2);
const LIMIT = { timeout: 40_000 };

const browser = await chromium.launch({
  executablePath: process.env.TP_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP trade.example 127.0.0.1"],
});
try {
  const page = await browser.newPage({
    ignoreHTTPSErrors: true,
    colorScheme: "dark",
    viewport: { width: 1440, height: 900 },
  });
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  await untilLive(page);
  const before = await page.getByTestId("bar-data").innerText();
  await page.waitForFunction(moved, before, LIMIT);
  await page.screenshot({ path: screenshot });
  if (errors.length) throw new Error(errors.join("\n"));
  console.log("live");

  await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve));
  await page.locator('[data-testid="feed-state"]:not([data-word="live"])').waitFor(LIMIT);
  console.log("cut");
  await untilLive(page);
  const unexpected = errors.filter((text) => !/WebSocket connection|ERR_CONNECTION|502/.test(text));
  if (unexpected.length) throw new Error(unexpected.join("\n"));
  console.log("back");
} finally {
  await browser.close();
}

async function untilLive(page) {
  await page.locator('[data-testid="feed-state"][data-word="live"]').waitFor(LIMIT);
}

function moved(before) {
  return document.querySelector('[data-testid="bar-data"]').innerText !== before;
}
