import type { Page } from "@playwright/test";
import { expect, expectLive, test } from "../support/journey";

interface Told {
  type: string;
  payload: { seq?: number; step?: number; payload?: Record<string, unknown> };
}

declare global {
  interface Window {
    told: Told[];
    account: WebSocket;
  }
}

/** Ask the broker from the page itself: same origin, under the page's own policy. */
async function ask(page: Page, method: string, path: string, body?: object) {
  return page.evaluate(
    async ([verb, address, text]) => {
      const headers = { "Content-Type": "application/json" };
      const init = {
        method: verb,
        headers,
        ...(text !== null && { body: text }),
      };
      const answer = await fetch(`/api/v1/broker${address}`, init);
      return {
        status: answer.status,
        value: (await answer.json()) as Record<string, unknown>,
      };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

/** Follow the account's lossless routes over a socket that the page opens. */
async function follow(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.told = [];
    window.account = new WebSocket(`ws://${location.host}/api/v1/ws`);
    window.account.onmessage = ({ data }) => {
      const frames = [JSON.parse(data as string)].flat() as Told[];
      window.told.push(...frames);
    };
    await new Promise((resolve) => (window.account.onopen = resolve));
    const routes = ["orders", "executions", "positions", "account"];
    const asked = routes.map((route) => ({
      type: `${route}.subscribe`,
      payload: { accountId: "demo" },
    }));
    window.account.send(JSON.stringify(asked));
  });
  await expect
    .poll(() =>
      page.evaluate(() => window.told.filter(({ type }) => type.endsWith("response")).length),
    )
    .toBe(4);
}

/** The updates so far, as `route step`, snapshots left out. */
async function updates(page: Page, step: number): Promise<string[]> {
  const told = await page.evaluate(() => window.told);
  const ofStep = told.filter(
    ({ type, payload }) => type.endsWith(".update") && payload.step === step,
  );
  return ofStep.map(({ type }) => type.replace(".update", ""));
}

test("[U7] an order that the page places fills, and each stream tells it in turn", async ({
  ownServer,
  page,
}) => {
  await page.goto(ownServer.url);
  await expectLive(page);
  await follow(page);
  const order = {
    symbol: "BTC/USD",
    type: 2,
    side: 1,
    qty: "0.1",
    clientOrderId: "smoke",
  };

  const placed = await ask(page, "POST", "/orders", order);
  const again = await ask(page, "POST", "/orders", order);

  const step = placed.value["step"] as number;
  expect([placed.status, again.value]).toEqual([200, placed.value]);
  await expect
    .poll(() => updates(page, step))
    .toEqual(["orders", "executions", "positions", "account"]);
});

test("[A1] the page closes a position, which takes no body, and learns that it is flat", async ({
  ownServer,
  page,
}) => {
  await page.goto(ownServer.url);
  await expectLive(page);
  await ask(page, "POST", "/orders", {
    symbol: "BTC/USD",
    type: 2,
    side: 1,
    qty: 0.1,
  });
  await follow(page);

  const closed = await ask(page, "DELETE", "/positions/BTC%2FUSD");

  expect(closed.status).toBe(200);
  const flat = (): Promise<boolean> =>
    page.evaluate(() =>
      window.told.some(
        ({ type, payload }) => type === "positions.update" && payload.payload?.["qty"] === 0,
      ),
    );
  await expect.poll(flat).toBe(true);
});

test.describe("a refusal", () => {
  test.use({ expectedErrors: /422/ });

  test("[E1] comes to the page with its code and its sentence", async ({ ownServer, page }) => {
    await page.goto(ownServer.url);
    const order = {
      symbol: "BTC/USD",
      type: 1,
      side: 1,
      qty: 1,
      limitPrice: -5,
    };

    const { status, value } = await ask(page, "POST", "/orders", order);

    expect([status, value["code"]]).toEqual([422, "ORDER_PRICE_RANGE"]);
    expect(value["message"]).toContain("-5");
  });
});
