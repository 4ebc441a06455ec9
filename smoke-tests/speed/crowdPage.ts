/** The terminal as a trader has it, with a watchlist of the crowd. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { installFrameClock, type FrameClock, type FrameReadings } from "./frameClock";
import { installQuoteClock, type QuoteClock, type QuoteReadings } from "./quoteClock";

/** Two ticks a second and symbol, less what a second's edges cut off. */
const NEARLY_ALL = 0.95;

type Clocks = { frameClock: FrameClock; quoteClock: QuoteClock };

const crowdSymbols = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => `CROWD${String(number).padStart(3, "0")}`);

/** Open the page; return the ms from its first live row until every symbol ticks. */
export async function openCrowd(page: Page, origin: string, symbols: number): Promise<number> {
  const lists = [{ name: "Crowd", entries: crowdSymbols(symbols) }];
  await page.addInitScript(remember, { lists, changedAt: Date.now() });
  await page.addInitScript(installFrameClock);
  await page.addInitScript(installQuoteClock);
  await page.goto(`${origin}/?symbol=CROWD000&resolution=1`);
  const rows = page.getByTestId("watchlist").locator("[data-row]");
  await rows.first().locator('[data-word="live"]').waitFor({ timeout: 60_000 });
  const begun = performance.now();
  await expect
    .poll(() => ticksASecond(page), { timeout: 120_000, intervals: [0] })
    .toBeGreaterThan(NEARLY_ALL * symbols * 2);
  return performance.now() - begun;
}

async function ticksASecond(page: Page): Promise<number> {
  const before = await quotesHeard(page);
  await pause(1000);
  return (await quotesHeard(page)) - before;
}

export const quotesHeard = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Clocks).quoteClock.heard());

/** Read the page's clocks over what `act` takes. */
export async function timed(
  page: Page,
  act: () => Promise<void>,
): Promise<FrameReadings & QuoteReadings> {
  await page.evaluate(() => {
    const { frameClock, quoteClock } = window as unknown as Clocks;
    frameClock.start();
    quoteClock.start();
  });
  await act();
  return page.evaluate(() => {
    const { frameClock, quoteClock } = window as unknown as Clocks;
    return { ...frameClock.stop(), ...quoteClock.stop() };
  });
}

/** Runs in the page, before its own scripts. */
function remember(watchlists: object): void {
  localStorage.setItem("trading-pro.watchlists", JSON.stringify(watchlists));
}
