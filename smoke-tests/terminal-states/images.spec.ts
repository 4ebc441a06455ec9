/** Each state of the terminal as pictures: wide and narrow, dark and light. */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page, WebSocketRoute } from "@playwright/test";
import { expect, expectLive, expectUpdates, feedState, test } from "../support/journey";

const IMAGES = process.env["IMAGES"] ?? resolve(__dirname, "../../docs/images/terminal");
const SIZES = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};
const THEMES = ["dark", "light"] as const;
const SOCKET = /\/api\/v1\/ws$/;

test.use({
  expectedErrors: /WebSocket|ERR_|Failed to load|503|409|Refused to apply/,
});
test.beforeAll(() => void mkdirSync(IMAGES, { recursive: true }));

type Size = keyof typeof SIZES;

/** Two pictures of what the page shows; each takes so long that a chart has painted. */
async function take(page: Page, name: string, size: Size): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForTimeout(900);
    await page.screenshot({
      path: resolve(IMAGES, `${name}-${size}-${theme}.png`),
    });
  }
}

const expectWord = (page: Page, word: string) =>
  expect(feedState(page)).toHaveAttribute("data-word", word, {
    timeout: 30_000,
  });

/** Trade a little, so that nothing is empty: a position with its protection, an order that waits. */
async function trade(page: Page, url: string): Promise<void> {
  const place = (order: object) =>
    page.request.post(`${url}/api/v1/broker/orders`, {
      data: { symbol: "AAPL", ...order },
    });
  const quotes = await page.request.post(`${url}/api/v1/datafeed/quotes`, {
    data: { symbols: ["AAPL"] },
  });
  const [quote] = (await quotes.json()) as [{ v: { lp: number } }];
  const near = (percent: number): string => ((quote.v.lp * (100 + percent)) / 100).toFixed(2);
  const protection = { takeProfit: near(0.4), stopLoss: near(-0.4) };
  expect((await place({ type: 2, side: 1, qty: 100, ...protection })).status()).toBe(200);
  await place({ type: 1, side: 1, qty: 50, limitPrice: near(-0.25) });
}

/** Stand between the page and its server, and change what is said. */
async function between(page: Page, act: (socket: WebSocketRoute) => void): Promise<void> {
  await page.routeWebSocket(SOCKET, act);
}

for (const size of Object.keys(SIZES) as Size[]) {
  test.describe(size, () => {
    test.use({
      viewport: SIZES[size],
      hasTouch: size === "phone",
      isMobile: size === "phone",
    });

    test.describe("somebody new", () => {
      test.use({ isNew: true });

      test("first run", async ({ ownServer, page }) => {
        await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
        await expectLive(page);
        await expect(page.getByTestId("tour")).toBeVisible();
        await take(page, "first-run", size);
      });
    });

    test("live, and all that follows its loss", async ({ ownServer, page }) => {
      test.setTimeout(120_000);
      await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
      await expectLive(page);
      await trade(page, ownServer.url);
      await expectUpdates(page, 2);
      await take(page, "live", size);

      ownServer.freeze();
      await expectWord(page, "stale");
      await take(page, "stale", size);
      ownServer.wake();
      await expectLive(page);

      await page.request.post(`${ownServer.url}/api/v1/broker/kill-switch`, {
        data: { flatten: false },
      });
      await expect(page.getByText("HALTED").first()).toBeVisible();
      await take(page, "halted", size);

      await ownServer.kill();
      await expectWord(page, "offline");
      await take(page, "reconnecting", size);
      await page.getByTestId("offline-demo").first().click();
      await expectWord(page, "demo");
      await take(page, "demo", size);
    });

    test("connecting", async ({ ownServer, page }) => {
      await between(page, () => undefined);
      await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
      await expectWord(page, "connecting");
      await take(page, "connecting", size);
    });

    test("draining", async ({ ownServer, page }) => {
      // Between a server's leave and its end lie milliseconds, or a command that takes long.
      let leave = (): void => undefined;
      await between(page, (socket) => {
        socket.connectToServer();
        leave = () => socket.send('{"type":"server.draining","payload":{"grace_ms":10000}}');
      });
      await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
      await expectLive(page);
      leave();
      await expectWord(page, "draining");
      await take(page, "draining", size);
    });

    test("a server of another contract", async ({ ownServer, page }) => {
      await between(page, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((text) =>
          socket.send(String(text).replace(/"contract":\d+/, '"contract":99')),
        );
      });
      await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
      await expect(page.getByTestId("notice")).toContainText("newer contract");
      await take(page, "other-contract", size);
    });
  });
}
