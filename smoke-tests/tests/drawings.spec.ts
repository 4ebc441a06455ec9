import type { Locator, Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

interface KeptDrawing {
  tool: string;
  points: { time: number; price: number }[];
  locked: boolean;
}

/** The library takes two clicks within half a second to be a double click. */
const BETWEEN_CLICKS_MS = 600;

/** What the layout holds of the chart's drawings. */
const kept = (page: Page, symbol: string): Promise<KeptDrawing[]> =>
  page.evaluate((name) => {
    const layout = JSON.parse(localStorage.getItem("trading-pro.layout") ?? "null") as {
      panels?: {
        chart?: {
          params?: { kept?: { drawings?: Record<string, KeptDrawing[]> } };
        };
      };
    } | null;
    return layout?.panels?.chart?.params?.kept?.drawings?.[name] ?? [];
  }, symbol);

const tools = (page: Page): Locator => page.getByRole("toolbar", { name: "Drawing tools" });

async function take(page: Page, group: string, tool: string): Promise<void> {
  await tools(page).getByRole("button", { name: group, exact: true }).click();
  await page.getByRole("menuitem", { name: tool, exact: true }).click();
  await expect(page.getByTestId("drawing-bar")).toContainText(tool);
}

/** Click places of the chart with the mouse, as slowly as a hand does. */
async function clickAt(page: Page, ...places: [number, number][]): Promise<void> {
  const box = await page.getByTestId("chart").boundingBox();
  if (!box) throw new Error("the chart is not on the screen");
  for (const [x, y] of places) {
    await page.waitForTimeout(BETWEEN_CLICKS_MS);
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, {
      steps: 4,
    });
    await page.mouse.down();
    await page.mouse.up();
  }
}

test("a trend line is drawn, outlives a reload, and is changed, undone and deleted", async ({
  page,
}) => {
  await page.goto("/?symbol=AAPL&resolution=1D");
  await expectLive(page);
  await take(page, "Lines", "Trend line");
  await clickAt(page, [0.4, 0.5], [0.7, 0.3]);
  await expect.poll(() => kept(page, "AAPL")).toMatchObject([{ tool: "trend", locked: false }]);
  const [drawn] = await kept(page, "AAPL");
  expect(drawn?.points).toHaveLength(2);

  await page.reload();
  await expectLive(page);
  expect(await kept(page, "AAPL")).toEqual([drawn]);
  // It is on the chart, not in the layout alone: a click on its middle selects it.
  await clickAt(page, [0.55, 0.4]);
  const bar = page.getByRole("toolbar", { name: "Trend line" });
  await bar.getByRole("button", { name: "Lock" }).click();
  await expect.poll(() => kept(page, "AAPL")).toMatchObject([{ locked: true }]);
  await bar.getByRole("button", { name: "Delete" }).click();
  await expect.poll(() => kept(page, "AAPL")).toEqual([]);
  await tools(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => kept(page, "AAPL")).toMatchObject([{ tool: "trend", locked: true }]);
});

test("each symbol has drawings of its own, and Escape gives one up", async ({ page }) => {
  await page.goto("/?symbol=AAPL&resolution=1D");
  await expectLive(page);
  await take(page, "Lines", "Horizontal line");
  await clickAt(page, [0.5, 0.4]);
  await expect.poll(() => kept(page, "AAPL")).toHaveLength(1);

  await page.keyboard.press("/");
  await page.keyboard.type("msft");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/symbol=MSFT/);
  await expectLive(page);
  await take(page, "Shapes", "Rectangle");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("drawing-bar")).toBeHidden();
  await take(page, "Shapes", "Rectangle");
  await clickAt(page, [0.4, 0.3], [0.5, 0.5]);
  await expect.poll(() => kept(page, "MSFT")).toMatchObject([{ tool: "rectangle" }]);
  expect(await kept(page, "AAPL")).toMatchObject([{ tool: "horizontal" }]);
});
