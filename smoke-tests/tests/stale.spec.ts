import type { Page } from "@playwright/test";
import { expect, expectLive, expectUpdates, feedState, test } from "../support/journey";

const REQUEST = /"id":(\d+)/g;

/** The requests over the page's sockets that no answer has come to yet. */
function requestsOf(page: Page): Set<string> {
  const open = new Set<string>();
  const idsIn = (frame: string | Buffer) => [...String(frame).matchAll(REQUEST)].map(([id]) => id);
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => idsIn(payload).forEach((id) => open.add(id)));
    socket.on("framereceived", ({ payload }) => idsIn(payload).forEach((id) => open.delete(id)));
  });
  return open;
}

test("a price that no tick confirms is marked as stale, with its age", async ({
  ownServer,
  page,
}) => {
  const requests = requestsOf(page);
  await page.goto(ownServer.url);
  await expectLive(page);
  await expectUpdates(page, 2);
  const price = page.getByTestId("last-price");
  await expect(price).not.toHaveClass(/stale/);

  // A request that finds the server silent says more than a price does: the page is offline.
  await expect.poll(() => requests.size).toBe(0);
  ownServer.freeze();
  await expect(feedState(page)).toHaveAttribute("data-word", "stale", {
    timeout: 15_000,
  });
  await expect(price).toHaveClass(/stale/);
  await expect(price).toHaveAttribute("title", /last tick came \d+ s ago/);

  ownServer.wake();
  await expectLive(page);
  await expect(price).not.toHaveClass(/stale/);
});
