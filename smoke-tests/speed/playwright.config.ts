/** The terminal under load, as `make terminal-speed` runs it; TERMINAL_SPEED carries the options. */
import { defineConfig } from "@playwright/test";
import smoke from "../playwright.config";

// Each run starts a server of its own, with the crowd as its feed.
const { globalSetup, ...shared } = smoke;

export default defineConfig({
  ...shared,
  testDir: ".",
  outputDir: "../../test-results/terminal-speed",
  timeout: 0,
});
