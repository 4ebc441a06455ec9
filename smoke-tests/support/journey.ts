/** What every journey has: the address, the parts of the screen, and a clean end. */
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Server } from "./server";

interface Journey {
  /** Console errors that a journey brings about on purpose, such as a refused connection. */
  expectedErrors: RegExp | null;
  /** A server of this journey alone; named before `page`, so that it outlives the page's end. */
  ownServer: Server;
  serverFlags: string[];
  /** Files of bars that this server holds. */
  imports: string[];
  /** Whether the page shows its first steps, as to somebody who is new. */
  isNew: boolean;
}

export const test = base.extend<Journey>({
  baseURL: async ({}, use) => use(process.env["TP_BASE_URL"] ?? process.env["BASE_URL"]),

  expectedErrors: [null, { option: true }],
  serverFlags: [[], { option: true }],
  imports: [[], { option: true }],
  isNew: [false, { option: true }],

  ownServer: async ({ serverFlags, imports }, use) => {
    const server = new Server(serverFlags);
    imports.forEach((file) => server.importBars(file));
    await server.start();
    await use(server);
    await server.stop();
  },

  /** No journey ends with an error in the console or a frame that did not fit the contract. */
  page: async ({ page, expectedErrors, isNew }, use) => {
    if (!isNew) {
      await page.addInitScript(() => localStorage.setItem("trading-pro.tour-left", "true"));
    }
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors.filter((text) => !expectedErrors?.test(text))).toEqual([]);
    await expect(page.getByTestId("rejected")).toHaveText("0 rejected");
  },
});

export { expect };

/** What a browser says of a server that goes away, which may cut an answer at any byte. */
export const CUT = /net::ERR_|WebSocket connection/;

export const legend = (page: Page): Locator => page.getByTestId("bar-data");
export const feedState = (page: Page): Locator => page.getByTestId("feed-state");

/** Wait until the page says in words that its data is live. */
export async function expectLive(page: Page): Promise<void> {
  await expect(feedState(page)).toHaveAttribute("data-word", "live", {
    timeout: 20_000,
  });
}

/**
 * Wait until the legend has changed `times` times: updates really come. Its volume grows with every
 * tick, where a price may stand still for half a minute of a quiet hour.
 */
export async function expectUpdates(page: Page, times: number): Promise<void> {
  for (let seen = 0; seen < times; seen += 1) {
    const before = await legend(page).innerText();
    await expect(legend(page)).not.toHaveText(before, { useInnerText: true, timeout: 30_000 });
  }
}
