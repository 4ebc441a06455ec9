/** Each state of the terminal as pictures: wide and narrow, dark and light. */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page, WebSocketRoute } from "@playwright/test";
import type { Server } from "../support/server";
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

interface Stage {
  page: Page;
  ownServer: Server;
  size: Size;
}

/** Stand between the page and its server, and change what is said. */
async function between(page: Page, act: (socket: WebSocketRoute) => void): Promise<void> {
  await page.routeWebSocket(SOCKET, act);
}

async function open({ page, ownServer }: Stage): Promise<void> {
  await page.goto(`${ownServer.url}/?symbol=AAPL&resolution=1`);
}

async function firstRun(stage: Stage): Promise<void> {
  await open(stage);
  await expectLive(stage.page);
  await expect(stage.page.getByTestId("tour")).toBeVisible();
  await take(stage.page, "first-run", stage.size);
}

async function liveAndItsLoss(stage: Stage): Promise<void> {
  const { page, ownServer, size } = stage;
  await open(stage);
  await expectLive(page);
  await trade(page, ownServer.url);
  await expectUpdates(page, 2);
  await take(page, "live", size);

  ownServer.freeze();
  await expectWord(page, "stale");
  await take(page, "stale", size);
  ownServer.wake();
  await expectLive(page);

  const kill = `${ownServer.url}/api/v1/broker/kill-switch`;
  await page.request.post(kill, { data: { flatten: false } });
  await expect(page.getByText("HALTED").first()).toBeVisible();
  await take(page, "halted", size);

  await ownServer.kill();
  await expectWord(page, "offline");
  await take(page, "reconnecting", size);
  await page.getByTestId("offline-demo").first().click();
  await expectWord(page, "demo");
  await take(page, "demo", size);
}

async function connecting(stage: Stage): Promise<void> {
  await between(stage.page, () => undefined);
  await open(stage);
  await expectWord(stage.page, "connecting");
  await take(stage.page, "connecting", stage.size);
}

/** Between a server's leave and its end lie milliseconds, or a command that takes long. */
async function draining(stage: Stage): Promise<void> {
  let leave = (): void => undefined;
  await between(stage.page, (socket) => {
    socket.connectToServer();
    leave = () => socket.send('{"type":"server.draining","payload":{"grace_ms":10000}}');
  });
  await open(stage);
  await expectLive(stage.page);
  leave();
  await expectWord(stage.page, "draining");
  await take(stage.page, "draining", stage.size);
}

async function otherContract(stage: Stage): Promise<void> {
  const newer = (text: string): string => text.replace(/"contract":\d+/, '"contract":99');
  await between(stage.page, (socket) => {
    socket.connectToServer().onMessage((text) => socket.send(newer(String(text))));
  });
  await open(stage);
  await expect(stage.page.getByTestId("notice")).toContainText("newer contract");
  await take(stage.page, "other-contract", stage.size);
}

const STATES = { liveAndItsLoss, connecting, draining, otherContract };

for (const size of Object.keys(SIZES) as Size[]) {
  test.describe(size, () => {
    const isPhone = size === "phone";
    test.use({ viewport: SIZES[size], hasTouch: isPhone, isMobile: isPhone });

    test.describe("somebody new", () => {
      test.use({ isNew: true });
      test("first run", ({ ownServer, page }) => firstRun({ ownServer, page, size }));
    });

    for (const [name, show] of Object.entries(STATES)) {
      test(name, ({ ownServer, page }) => show({ ownServer, page, size }));
    }
  });
}
