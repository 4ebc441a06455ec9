import { afterEach, describe, expect, it } from "vitest";
import { WsAdapter } from "@/plugins/wsAdapter";
import { WebSocketBase } from "@/plugins/wsClientBase";
import { Collected } from "@/testing/collected";
import type { Bar, QuoteData } from "@public/trading_terminal/charting_library";
import { DatafeedService } from "../datafeedService";

const service = new DatafeedService();
const adapter = new WsAdapter();

afterEach(() => {
  service.unsubscribeBars("test");
  service.unsubscribeQuotes("test");
});

describe("streams of the real server", () => {
  it("[S5] starts bars with the newest one of history", async () => {
    const bars = new Collected<Bar>();

    service.subscribeBars("test", "AAPL", "1", bars.add);

    const [first] = await bars.atLeast(3);
    const range = { from: 0, to: Date.now() + 120_000, countBack: 2 };
    const history = await service.getBars("AAPL", "1", range);
    expect(history.bars.map(({ time }) => time)).toContain(first?.time);
  });

  it("[U2] bars ascend and change in place", async () => {
    const bars = new Collected<Bar>();

    service.subscribeBars("test", "MSFT", "1", bars.add);

    const times = (await bars.atLeast(5)).map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("[T4] streams the quotes of a watchlist", async () => {
    const quotes = new Collected<QuoteData>();
    const symbols = ["AAPL", "MSFT"];

    service.subscribeQuotes("test", symbols, (batch) => batch.forEach(quotes.add));

    await quotes.atLeast(6);
    expect([...new Set(quotes.items.map(({ n }) => n))].sort()).toEqual(symbols);
  });

  it("[S4] tells of an unknown symbol in the place of its quote", async () => {
    const quotes = new Collected<QuoteData>();

    service.subscribeQuotes("test", ["NO-SUCH"], (batch) => batch.forEach(quotes.add));

    expect(await quotes.atLeast(1)).toMatchObject([{ s: "error", n: "NO-SUCH" }]);
  });

  it("[S4] refuses an unknown resolution by its code", async () => {
    const params = { symbol: "AAPL", resolution: "7" };

    const handle = adapter.bars.listen(params, { onUpdate: () => undefined });

    await expect(handle.ready).rejects.toMatchObject({ code: "unsupported_resolution" });
    expect(handle.status.state).toBe("failed");
  });

  it.each(["orders", "positions", "executions", "equity", "connection"] as const)(
    "[S1] opens and ends the demo account's %s",
    async (stream) => {
      const topic = await adapter[stream].subscribe("test", { accountId: "demo" }, () => undefined);

      expect(topic).toBe(`${stream}:{"accountId":"demo"}`);
      await adapter[stream].unsubscribe("test");
    },
  );

  it("[S4] refuses a foreign account", async () => {
    const answered = adapter.orders.subscribe("test", { accountId: "other" }, () => undefined);

    await expect(answered).rejects.toMatchObject({ code: "forbidden", temporary: false });
  });

  it("[F8] knows the server's clock and contract", async () => {
    const contracts = new Collected<number>();
    const stop = WebSocketBase.at().onStatus(({ contract }) => {
      if (contract !== null) contracts.add(contract);
    });

    await contracts.atLeast(1);
    stop();

    const { outdated, clockOffsetMs } = WebSocketBase.at().status;
    expect([outdated, Math.abs(clockOffsetMs ?? NaN) < 1000]).toEqual([false, true]);
  });

  it("[S2] leaves nothing behind when the last listener has left", async () => {
    const handle = adapter.bars.listen(
      { symbol: "AAPL", resolution: "5" },
      { onUpdate: () => undefined },
    );
    const topic = await handle.ready;

    await handle.close();

    expect(topic).toBe('bars:{"resolution":"5","symbol":"AAPL"}');
    expect(WebSocketBase.at().status.topics).toBe(0);
  });
});
