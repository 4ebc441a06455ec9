import { describe, expect, it } from "vitest";
import {
  mapAccountStep,
  mapBar,
  mapBrokerConnection,
  mapConfiguration,
  mapDepth,
  mapEquity,
  mapEquityPoint,
  mapExecution,
  mapMarketStatus,
  mapHistory,
  mapKillReport,
  mapOrder,
  mapPosition,
  mapPreview,
  mapQuote,
  mapRiskReport,
  mapSearchResult,
  mapServerActivity,
  mapStreamedBar,
  mapSymbol,
  mapTrade,
  mapWorkspaceChange,
  mapWorkspaceDocument,
  mapWorkspaceEntry,
} from "../mappers";

const BAR = { time: 60_000, open: 1, high: 3, low: 0.5, close: 2, volume: 10 };
const ORDER = {
  id: "o1",
  symbol: "AAPL",
  type: 1,
  side: -1,
  qty: 3,
  status: 6,
  limitPrice: 10,
  stopPrice: null,
  takeProfit: null,
  stopLoss: null,
  guaranteedStop: null,
  trailingStopPips: null,
  stopType: 0,
  duration: { type: "GTC", datetime: null },
  filledQty: 0,
  avgPrice: null,
  parentId: null,
  parentType: null,
  message: null,
  updateTime: 5,
  reason: null,
  pending: null,
  clientOrderId: null,
  ocoGroup: null,
  reduceOnly: false,
} as const;

describe("mappers", () => {
  it("take a bar field by field", () => {
    expect(mapBar({ ...BAR, extra: 1 } as typeof BAR)).toEqual(BAR);
  });

  it("say where older bars are, only when there are none", () => {
    const empty = mapHistory({ bars: [], no_data: true, next_time: 5 });
    const oldest = mapHistory({ bars: [], no_data: true, next_time: null });
    const some = mapHistory({ bars: [BAR], no_data: false, next_time: null });

    expect([empty.meta, oldest.meta, some.meta]).toEqual([
      { noData: true, nextTime: 5 },
      { noData: true },
      {},
    ]);
  });

  it("tell a quote from a reason why there is none", () => {
    expect(mapQuote({ s: "error", n: "X", v: { error: "no such" } })).toEqual({
      s: "error",
      n: "X",
      v: { error: "no such" },
    });
  });

  it("keep every field of an order and leave out what is null, zero excepted", () => {
    expect(mapOrder(ORDER)).toEqual({
      id: "o1",
      symbol: "AAPL",
      type: 1,
      side: -1,
      qty: 3,
      status: 6,
      limitPrice: 10,
      stopType: 0,
      duration: { type: "GTC" },
      filledQty: 0,
      updateTime: 5,
      reduceOnly: false,
    });
  });

  it("keep an order's parent and what the broker says of it", () => {
    const message = { type: "warning", text: "late" } as const;
    const child = { parentType: 2, parentId: "AAPL", message, reason: "MARKET_CLOSED" } as const;

    expect(mapOrder({ ...ORDER, ...child })).toMatchObject(child);
  });

  it("keep what is under way at a venue that takes its time", () => {
    const placing = { status: 4, pending: "modify" } as const;

    expect(mapOrder({ ...ORDER, ...placing })).toMatchObject(placing);
  });

  it("take positions, executions and equity as they are", () => {
    const position = { id: "p", symbol: "AAPL", qty: 0, side: 1, avgPrice: 1 } as const;
    const named = { id: "e", orderId: "o", symbol: "AAPL" };
    const fill = { ...named, price: 1, qty: 2, side: 1, time: 3, commission: 0.1 } as const;
    const equity = { equity: 3, balance: 2, unrealizedPL: 1, realizedPL: 0 };

    expect(mapPosition(position)).toEqual(position);
    expect(mapExecution(fill)).toEqual(fill);
    expect(mapEquity(equity)).toEqual(equity);
  });

  it("keep every member of a step's records, also an unknown one, and no null", () => {
    const kept = { id: "o", side: -1, reduceOnly: false, newer: "1" };
    const rest = { step: 2, ts: 3, kind: "order_filled", positions: [], balances: [] };
    const update = { ...rest, executions: [{ id: "x", side: 1 }], orders: [kept] };
    const sent = { ...update, orders: [{ ...kept, limitPrice: null }], executionsTail: null };

    const mapped = mapAccountStep(sent as never);

    expect(mapped).toEqual(update);
  });

  it("take a preview, confirmed or not", () => {
    const rows = [{ title: "Cost", value: "1" }];
    const texts = { warnings: ["w"], errors: [] };

    const refused = mapPreview({ sections: [{ header: null, rows }], confirmId: null, ...texts });
    const fine = mapPreview({ sections: [{ header: "H", rows }], confirmId: "c", ...texts });

    expect(refused).toEqual({ sections: [{ rows }], ...texts });
    expect(fine).toEqual({ sections: [{ header: "H", rows }], confirmId: "c", ...texts });
  });

  it("say since when the broker's link is as it is", () => {
    const connection = { status: 1, message: null, disconnectType: 0, timestamp: 7 } as const;

    expect(mapBrokerConnection(connection)).toEqual({ status: 1, disconnectType: 0, since: 7 });
  });

  it("take symbols, configuration and search results with all their fields", () => {
    const item = { symbol: "A", ticker: "A", description: "", exchange: "", type: "stock" };
    const symbol = { ...item, name: "A", format: "price", supported_resolutions: ["1", "1D"] };
    const configuration = { feed: "simulated", supported_resolutions: ["1"] };

    expect(mapSearchResult(item)).toEqual(item);
    expect(mapSymbol(symbol as never)).toEqual(symbol);
    expect(mapConfiguration(configuration as never)).toEqual(configuration);
  });
});

describe("how fresh a symbol is", () => {
  it("has the front end's names", () => {
    const wire = { symbol: "KO", state: "closed", since: 1, stale_after: 60_000 } as const;

    expect(mapMarketStatus({ ...wire, next_open: 2, next_close: null, reason: null })).toEqual({
      symbol: "KO",
      state: "closed",
      since: 1,
      staleAfterMs: 60_000,
      nextOpen: 2,
      nextClose: null,
      reason: null,
    });
  });
});

describe("what a server tells of itself", () => {
  it("has the front end's names, at every depth", () => {
    const told = { window_s: 5, connections_paused: 1, outbox_bytes: 7, topic_count: 2 };
    const topics = [{ route: "bars", updates_per_s: 2, last_update: null }];
    const closes = [{ code: 1006, lived_s: 3.5 }];

    const activity = mapServerActivity({ ...told, topics, closes } as never);

    expect(activity).toMatchObject({ windowS: 5, connectionsPaused: 1, outboxBytes: 7 });
    expect(activity.topics).toEqual([{ route: "bars", updatesPerS: 2, lastUpdate: null }]);
    expect(activity.closes).toEqual([{ code: 1006, livedS: 3.5 }]);
  });
});

describe("the tape", () => {
  it("says that a closed bar was corrected, and nothing of any other", () => {
    expect(mapStreamedBar(BAR)).toEqual(BAR);
    expect(mapStreamedBar({ ...BAR, correction: true })).toEqual({ ...BAR, correction: true });
  });

  it("tells when the server learned of a trade and of a book", () => {
    const times = { time: 1, received: 2 };
    const trade = { id: "1", price: 10, size: 3, side: null };
    const depth = { version: 2, follows: 1, bids: [{ price: 9, size: 0 }], asks: [] };

    expect(mapTrade({ ...trade, ...times })).toEqual({ ...trade, time: 1, receivedAt: 2 });
    expect(mapDepth({ ...depth, ...times })).toEqual({ ...depth, time: 1, receivedAt: 2 });
  });
});

describe("the workspace", () => {
  it("keeps what a document is called, when it was saved and what is in it", () => {
    const entry = { kind: "layout", name: "main", revision: 2, updatedAt: 9 } as const;
    const document = { ...entry, content: { panels: [{ kind: "chart" }] } };
    const change = { ...entry, id: "layout/main", deleted: true };

    expect(mapWorkspaceEntry(entry)).toEqual(entry);
    expect(mapWorkspaceDocument(document)).toEqual(document);
    expect(mapWorkspaceChange(change)).toEqual(change);
  });
});

describe("the account's controls", () => {
  it("keep each member of what the server reports", () => {
    const killed = { state: "HALTED", canceled: ["o1"], flattened: [], notFlattened: ["A"] };
    const point = { time: 1, equity: "100000.00" };
    const risk = { state: "ACTIVE", openOrders: 2 };
    expect(mapKillReport(killed as never)).toEqual(killed);
    expect(mapEquityPoint(point as never)).toEqual(point);
    expect(mapRiskReport(risk as never)).toEqual(risk);
  });
});
