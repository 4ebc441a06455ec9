/** The long screen alone, as `make long-screen` runs it; LONG_SCREEN carries its options as JSON. */
import { defineConfig } from "@playwright/test";
import smoke from "../playwright.config";

// Each run starts a server of its own.
const { globalSetup, ...shared } = smoke;

export default defineConfig({
  ...shared,
  testDir: ".",
  outputDir: "../../test-results/long-screen",
  timeout: 0,
});
