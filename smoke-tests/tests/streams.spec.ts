import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";

interface Frame {
  type: string;
  payload: { payload?: unknown };
}

/** Streams that no other journey asks for by name, each with what it is asked and what it tells. */
const STREAMS = [
  ["quotes", { symbol: "AAPL" }, { s: "ok", n: "AAPL" }],
  ["market-status", { symbol: "AAPL" }, { symbol: "AAPL" }],
  ["equity", { accountId: "demo" }, { equity: expect.any(Number) }],
  ["connection", { accountId: "demo" }, { status: 1 }],
  ["activity", {}, { at: expect.any(Number) }],
] as const;

/** Subscribes over a socket that the page opens, and returns the first update. */
function firstUpdate(page: Page, route: string, params: object): Promise<Frame> {
  return page.evaluate(
    async ([name, payload]) => {
      const socket = new WebSocket(`ws://${location.host}/api/v1/ws`);
      const heard = new Promise<Frame>((resolve) => {
        socket.onmessage = ({ data }) => {
          const frames = [JSON.parse(data as string)].flat() as Frame[];
          const found = frames.find(({ type }) => type === `${name}.update`);
          if (found) resolve(found);
        };
      });
      await new Promise((resolve) => (socket.onopen = resolve));
      socket.send(JSON.stringify({ type: `${name}.subscribe`, payload }));
      const first = await heard;
      socket.close();
      return first;
    },
    [route, params] as const,
  );
}

test("each stream has an update for the served page", async ({ baseURL, page }) => {
  await page.goto(`${baseURL ?? ""}/streams`);

  for (const [route, params, told] of STREAMS) {
    const update = await firstUpdate(page, route, params);

    expect(update.payload.payload, route).toMatchObject(told);
  }
});
