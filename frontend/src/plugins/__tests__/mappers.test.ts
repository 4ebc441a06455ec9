import { describe, expect, it } from "vitest";
import {
  mapBar,
  mapBrokerConnection,
  mapConfiguration,
  mapEquity,
  mapExecution,
  mapHistory,
  mapOrder,
  mapPosition,
  mapQuote,
  mapSearchResult,
  mapSymbol,
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
    });
  });

  it.each([
    [2, { parentType: 2 }],
    [9, {}],
  ])("take parent type %i as the library knows it", (parentType, expected) => {
    const message = { type: "warning", text: "late" } as const;

    const mapped = mapOrder({ ...ORDER, parentType, message });

    expect(mapped).toMatchObject({ ...expected, message });
    expect("parentType" in mapped).toBe("parentType" in expected);
  });

  it("take positions, executions and equity as they are", () => {
    const position = { id: "p", symbol: "AAPL", qty: 0, side: 1, avgPrice: 1 } as const;
    const fill = { symbol: "AAPL", price: 1, qty: 2, side: 1, time: 3, commission: 0.1 } as const;
    const equity = { equity: 3, balance: 2, unrealizedPL: 1, realizedPL: 0 };

    expect(mapPosition(position)).toEqual(position);
    expect(mapExecution({ ...fill, id: "e", orderId: "o" })).toEqual(fill);
    expect(mapEquity(equity)).toEqual(equity);
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
