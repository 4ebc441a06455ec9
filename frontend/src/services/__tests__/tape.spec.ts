import { describe, expect, it } from "vitest";
import { Collected } from "@/testing/collected";
import { TapeService, type OrderBook, type Trade } from "../tapeService";

const service = new TapeService();

describe("the tape of the real server", () => {
  it("[U3] tells the newest trades, then each in order", async () => {
    const ids = new Set<string>();
    const after = new Collected<Trade>();

    const handle = service.listenTrades("AAPL", {
      onReplace: (trades) => trades.forEach(({ id }) => ids.add(id)),
      onUpdate: after.add,
    });
    const [first] = await after.atLeast(3);
    await handle.close();

    expect(ids.size).toBeGreaterThan(50);
    expect(ids.has(first?.id ?? "")).toBe(false);
    expect(first?.receivedAt).toBeGreaterThanOrEqual(first?.time ?? Infinity);
  });

  it("[U3] gives two listeners the same book, whenever they came", async () => {
    const early = new Collected<OrderBook>();
    const late = new Collected<OrderBook>();

    const first = service.listenBook("AAPL", early.add);
    await early.atLeast(3);
    const second = service.listenBook("AAPL", late.add);
    await late.atLeast(5);
    await Promise.all([first.close(), second.close()]);

    const newest = late.items.at(-1);
    expect(early.items.find(({ version }) => version === newest?.version)).toEqual(newest);
    expect(newest?.bids[0]?.price).toBeLessThan(newest?.asks[0]?.price ?? 0);
  });

  it("[S4] refuses what no feed has", async () => {
    const handle = service.listenTrades("NO-SUCH", { onUpdate: () => undefined });

    await expect(handle.ready).rejects.toMatchObject({ code: "unknown_symbol" });
  });
});
