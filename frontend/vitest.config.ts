import { defineConfig } from "vitest/config";
import { alias } from "./vite.config.ts";

// The specification keeps the integration tests of services at this place.
const INTEGRATION = "src/services/__tests__/*.spec.ts";

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["src/**/*.{test,spec}.ts", "scripts/**/*.test.mjs"],
          exclude: [INTEGRATION],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: [INTEGRATION],
          globalSetup: ["src/testing/backendProcess.ts"],
          setupFiles: ["src/testing/integrationSetup.ts"],
        },
      },
    ],
    coverage: {
      include: ["src/plugins/**/*.ts", "src/services/**/*.ts", "src/composables/**/*.ts"],
      exclude: ["**/__tests__/**"],
      reporter: ["text-summary", "text"],
      // Each branch of the state machines is a case of the protocol. Lines are held file by file,
      // each by its own test: scripts/own-coverage.mjs.
      thresholds: { "src/plugins/ws/**": { branches: 90 } },
    },
  },
});
