import { expect, test } from "@playwright/test";
import { longScreen } from "./longScreen";
import type { Options } from "./options";

test("long screen", async ({ page }) => {
  const options = JSON.parse(process.env["LONG_SCREEN"] ?? "") as Options;

  const { faults } = await longScreen(page, options);

  expect(faults).toEqual([]);
});
