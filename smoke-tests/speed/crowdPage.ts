/** The terminal as a trader has it, with a watchlist of the crowd. */
import type { Page } from "@playwright/test";
import { installStopwatch, type Stopwatch } from "./stopwatch";

export const crowdSymbols = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => `CROWD${String(number).padStart(3, "0")}`);

/** Open the page; resolves when the newest quote of each symbol in sight is on it. */
export async function openCrowd(page: Page, origin: string, symbols: number): Promise<void> {
  const lists = [{ name: "Crowd", entries: crowdSymbols(symbols) }];
  await page.addInitScript(remember, { lists, changedAt: Date.now() });
  await page.addInitScript(installStopwatch);
  await page.goto(`${origin}/?symbol=CROWD000&resolution=1`);
  const rows = page.getByTestId("watchlist").locator("[data-row]");
  await rows.first().locator('[data-word="live"]').waitFor({ timeout: 60_000 });
}

export const quotesHeard = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { stopwatch: Stopwatch }).stopwatch.heard());

/** Runs in the page, before its own scripts. */
function remember(watchlists: object): void {
  localStorage.setItem("trading-pro.watchlists", JSON.stringify(watchlists));
}
