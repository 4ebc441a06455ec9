import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { HeldAccount, rowOf, showPanel, skipTour } from "../support/account";
import { expect, expectLive, test } from "../support/journey";

/** What the panels show of the account, without what ticks. */
async function shown(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const [panel, columns] of [
    ["Orders", ["symbol", "type", "qty", "status"]],
    ["Positions", ["symbol", "side", "qty", "average"]],
    ["Executions", ["symbol", "side", "qty", "price"]],
  ] as const) {
    await showPanel(page, panel);
    const rows = page.getByRole("table", { name: panel }).locator("[data-row]");
    await expect(rows.first()).toBeVisible();
    const cells = await rows.evaluateAll(
      (all, names) =>
        all.map((row) =>
          names.map((name) => row.querySelector(`[data-column=${name}]`)?.textContent.trim()),
        ),
      [...columns],
    );
    lines.push(...cells.map((texts) => [panel, ...texts].join(" ")));
  }
  return lines;
}

test("a reload shows the same orders, positions and fills, as the table was left", async ({
  ownServer,
  page,
}) => {
  // The page is loaded twice.
  test.slow();
  const held = new HeldAccount(ownServer);
  const order = { symbol: "BTC/USD", type: 2, side: 1, qty: "0.2" };
  await held.place(order);
  await held.place({ ...order, symbol: "ETH/USD", qty: "1" });
  await held.place({
    ...order,
    type: 1,
    limitPrice: "80000",
    stopLoss: "70000",
  });
  await skipTour(page);
  await page.goto(ownServer.url);
  await expectLive(page);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(rowOf(page, "Orders", "Stop loss")).toContainText("Waits for entry");
  const orders = page.getByRole("table", { name: "Orders" });
  await orders.getByRole("button", { name: "Symbol", exact: true }).click();

  const before = await shown(page);
  // The layout is written a moment after the last change.
  await page.waitForFunction(() =>
    localStorage.getItem("trading-pro.layout")?.includes('"filter":"all"'),
  );
  await page.reload();
  await expectLive(page);

  expect(await shown(page)).toEqual(before);
  expect(before.filter((line) => line.startsWith("Orders"))).toHaveLength(
    (await held.orders()).length,
  );
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export Executions as CSV" }).click(),
  ]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,(BTC|ETH)\/USD,Buy,/);
});
