/** The pictures of the live streams page, as `make streams-page-images` takes them. */
import { defineConfig } from "@playwright/test";
import smoke from "../playwright.config";

// Each run starts a server of its own.
const { globalSetup, ...shared } = smoke;

export default defineConfig({
  ...shared,
  testDir: ".",
  outputDir: "../../test-results/streams-page",
  timeout: 180_000,
});
