import { describe, expect, it } from "vitest";
import {
  mapAccountRequest,
  mapAmount,
  mapBrackets,
  mapLeverageParams,
  mapPreOrder,
} from "../requests";

describe("what an account is asked for", () => {
  it("sends an order with its zeros, and without what is absent or unknown", () => {
    const order = { symbol: "A", type: 3, side: -1, qty: 2, stopPrice: 9, stopType: 0 } as const;
    const known = { ...order, isClose: false, takeProfit: 8, clientOrderId: "k" };
    const absent = { seenPrice: null, limitPrice: undefined, status: 6, id: "o1", avgPrice: 1 };

    const sent = mapPreOrder({ ...known, ...absent } as never);

    expect(sent).toEqual(known);
  });

  it("sends what the user saw, the duration and fields of the user's own", () => {
    const order = { symbol: "A", type: 2, side: 1, qty: 1 } as const;
    const rest = {
      currentQuotes: { ask: 2, bid: 1 },
      duration: { type: "GTD", datetime: 5 },
      customFields: { note: "" },
      reduceOnly: true,
      ocoGroup: "exit",
    };

    expect(mapPreOrder({ ...order, ...rest })).toEqual({ ...order, ...rest });
  });

  it("sends brackets and leverage as the server knows them", () => {
    const leverage = { symbol: "A", orderType: 1, side: 1, leverage: 3 } as const;

    expect(mapBrackets({ stopLoss: 1, other: 2 } as never)).toEqual({ stopLoss: 1 });
    expect(mapLeverageParams(leverage)).toEqual(leverage);
  });

  it("writes amounts without an exponent, and an account as it was asked for", () => {
    expect([mapAmount(0.00000001), mapAmount(2.5)]).toEqual(["0.000000010000000000", "2.5"]);
    const asked = { id: "second", currency: "USD" };
    expect(mapAccountRequest(asked as never)).toEqual(asked);
  });
});
