/** The pictures of the live streams page, as `make terminal-states-images` takes them. */
import { defineConfig } from "@playwright/test";
import smoke from "../playwright.config";

// Each run starts a server of its own.
const { globalSetup, ...shared } = smoke;

export default defineConfig({
  ...shared,
  testDir: ".",
  outputDir: "../../test-results/terminal-states",
  timeout: 180_000,
});
