import { createServer, type AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { WebSocketBase, WebSocketClient } from "@/plugins/wsClientBase";
import { startBackend, type RunningBackend } from "@/testing/backendProcess";
import { Collected } from "@/testing/collected";

const RESTART_WITHIN_MS = 60_000;

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

describe("a server that is restarted", () => {
  let backend: RunningBackend | undefined;
  afterAll(() => backend?.stop());

  it("[R3] the stream goes on by itself", { timeout: RESTART_WITHIN_MS }, async () => {
    const port = await freePort();
    backend = await startBackend(["--port", port]);
    const base = WebSocketBase.at(`ws://127.0.0.1:${port}/api/v1/ws`);
    const states = new Collected<string>();
    const closes = new Collected<number>();
    base.onStatus(({ state }) => states.add(state));
    const bars = new WebSocketClient("bars", ({ close }: { close: number }) => close, { base });
    await bars.subscribe("test", { symbol: "AAPL", resolution: "1" }, closes.add);
    await closes.atLeast(2);

    await backend.kill();
    const before = closes.items.length;
    backend = await startBackend(["--port", port]);
    await closes.atLeast(before + 2);

    expect(states.items).toContain("offline");
    expect(base.status).toMatchObject({ state: "live", rejected: 0, topics: 1 });
    base.close();
  });
});
