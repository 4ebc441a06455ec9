import { expect, it } from "vitest";
import { OfflineBroker } from "@/plugins/offline/offlineBroker";
import { WsFallback } from "@/plugins/wsAdapter";
import { RecordingHost } from "@/testing/recordingHost";
import type { AccountStreams } from "../broker/accountSession";
import { BrokerTerminalService, type BrokerSources } from "../brokerTerminalService";

const host = new RecordingHost();
const alwaysLive: BrokerSources["socket"] = (watcher) => (
  watcher({ state: "live", reason: null }),
  () => undefined
);

// docs/how-to/trade-on-paper.md shows these lines.
it("trades without a server, and from TypeScript, as the page tells", async () => {
  const offline = new OfflineBroker({ quoteOf: () => ({ bid: 99, ask: 101 }), now: Date.now });
  const quotesMocker = () => null;
  const ws = new WsFallback({ ...offline.mockers(), quotesMocker }) as AccountStreams;
  const broker = new BrokerTerminalService(host, { api: offline, ws, socket: alwaysLive });

  const { orderId } = await broker.placeOrder({ symbol: "BTC/USD", type: 2, side: 1, qty: 0.1 });
  await broker.closePosition("BTC/USD");

  expect(await broker.executions("BTC/USD")).toMatchObject([
    { orderId, price: 101 },
    { price: 99 },
  ]);
  expect(await broker.positions()).toEqual([]);
  broker.destroy();
});
