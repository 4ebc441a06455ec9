import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { WebSocketBase, WebSocketClient } from "@/plugins/wsClientBase";
import { Collected } from "@/testing/collected";
import { startFaultProxy, type FaultProxy } from "@/testing/faultProxy";

const WITHIN_MS = 60_000;

describe("a network that fails", () => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await startFaultProxy(Number(new URL(inject("backendUrl")).port));
  }, WITHIN_MS);
  afterAll(() => proxy.stop());

  it("[R4] the stream goes on after resets and a refusal", { timeout: WITHIN_MS }, async () => {
    const base = WebSocketBase.at(`ws://127.0.0.1:${proxy.port}/api/v1/ws`);
    const states = new Collected<string>();
    base.onStatus(({ state }) => states.add(state));
    const quoted = new Collected<number>();
    const quotes = new WebSocketClient("quotes", (quote: object) => Object.keys(quote).length, {
      base,
    });
    await quotes.subscribe("test", { symbol: "AAPL" }, quoted.add);
    await quoted.atLeast(2);

    await proxy.tell("refuse", true);
    expect(await proxy.tell("reset")).toBe(1);
    await states.atLeast(states.items.length + 3);
    await proxy.tell("refuse", false);
    await quoted.atLeast(quoted.items.length + 2);

    expect(states.items).toContain("offline");
    expect(base.status).toMatchObject({ state: "live", rejected: 0, topics: 1 });
    base.close();
  });

  it("says what a command should have been", async () => {
    await expect(proxy.tell("target", "nowhere", NaN)).rejects.toThrow("target");
  });
});
