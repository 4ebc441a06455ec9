/**
 * Smoke tests: the real stack in a real browser.
 *
 * `TP_BASE_URL` (or `BASE_URL`) names a product that runs already; without it one is started on a
 * free port. `TP_CHROMIUM` names the browser; without it the first on the PATH is taken.
 */
import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium";

export default defineConfig({
  testDir: "tests",
  outputDir: "../test-results/smoke",
  globalSetup: "./support/globalSetup.ts",
  fullyParallel: false,
  // Two cores are shared with the server and the browser: one page at a time measures honestly.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    colorScheme: "dark",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
