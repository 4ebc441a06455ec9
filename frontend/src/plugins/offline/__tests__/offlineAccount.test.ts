import { describe, expect, it } from "vitest";
import type { PreOrder } from "@public/trading_terminal/charting_library";
import { OfflineAccount } from "../offlineAccount";
import { OfflineJournal } from "../offlineJournal";

const buy = (rest: Partial<PreOrder> = {}): PreOrder => ({
  symbol: "A",
  type: 2,
  side: 1,
  qty: 10,
  ...rest,
});

function given(bid = 99, ask = 101) {
  const journal = new OfflineJournal();
  const quote = { bid, ask };
  const quoteOf = (symbol: string) => (symbol === "A" ? quote : undefined);
  const account = new OfflineAccount(journal, { quoteOf, now: () => 5 });
  const moveTo = (price: number): void => {
    Object.assign(quote, { bid: price, ask: price });
    account.match("A");
  };
  const states = () => [...account.orders.values()].map(({ id, status }) => `${id} ${status}`);
  return { account, journal, moveTo, states };
}

describe("an offline account", () => {
  it("fills a market order at the ask and tells order, execution, position and equity", () => {
    const { account, journal } = given();

    const { id } = account.accept(buy({ clientOrderId: "k" } as object));

    const told = [1, 2].map(() => journal.next("orders")?.status);
    expect([id, told, journal.next("executions")?.orderId]).toEqual(["o1", [6, 2], "o1"]);
    expect(journal.next("positions")).toMatchObject({ id: "A", qty: 10, side: 1, avgPrice: 101 });
    expect(journal.next("equity")).toMatchObject({ unrealizedPL: -20, balance: 100_000 });
  });

  it("lets a limit wait until the market comes to it", () => {
    const { account, moveTo } = given();
    const { id } = account.accept(buy({ type: 1, limitPrice: 95 }));
    const waiting = account.living(id).status;

    moveTo(95);

    expect([waiting, account.orders.get(id)]).toMatchObject([6, { status: 2, avgPrice: 95 }]);
  });

  it("keeps an order's children inactive until it fills, and one's fill cancels the other", () => {
    const { account, moveTo, states } = given();
    account.accept(buy({ type: 1, limitPrice: 95, takeProfit: 120, stopLoss: 80 }));
    const before = states();
    moveTo(95);
    const protecting = states();
    moveTo(120);

    expect(before).toEqual(["o1 6", "o2 3", "o3 3"]);
    expect(protecting).toEqual(["o1 2", "o2 6", "o3 6"]);
    expect([states(), account.positions()]).toEqual([["o1 2", "o2 2", "o3 1"], []]);
    expect(account.equity()).toMatchObject({ realizedPL: 250, unrealizedPL: 0, equity: 100_250 });
  });

  it("cancels an order with its children, and no final order", () => {
    const { account, states } = given();
    const { id } = account.accept(buy({ type: 1, limitPrice: 95, stopLoss: 80 }));

    account.cancel(id);

    expect(states()).toEqual(["o1 1", "o2 1"]);
    expect(() => account.cancel(id)).toThrow(expect.objectContaining({ code: "ORDER_FINAL" }));
    expect(() => account.cancel("x")).toThrow(expect.objectContaining({ code: "ORDER_NOT_FOUND" }));
  });

  it("modifies a waiting order, which may fill by it", () => {
    const { account } = given();
    const { id } = account.accept(buy({ type: 1, limitPrice: 95 }));

    account.modify(id, buy({ type: 1, limitPrice: 101, qty: 4 }));

    expect(account.orders.get(id)).toMatchObject({ status: 2, filledQty: 4, avgPrice: 101 });
  });

  it("triggers a stop for good", () => {
    const { account, moveTo } = given();
    const { id } = account.accept(buy({ type: 4, stopPrice: 110, limitPrice: 105 }));
    moveTo(111);
    const waiting = account.living(id).status;

    moveTo(104);

    expect([waiting, account.orders.get(id)?.avgPrice]).toEqual([6, 105]);
  });

  it("closes in part and whole, and refuses more than there is", () => {
    const { account } = given();
    account.accept(buy());
    account.close("A", 4);
    const [rest] = account.positions();
    const tooMuch = { code: "POSITION_QTY_RANGE" };

    expect(rest).toMatchObject({ qty: 6, avgPrice: 101 });
    expect(() => account.close("A", 7)).toThrow(expect.objectContaining(tooMuch));
    account.close("A");
    expect(() => account.close("A")).toThrow(
      expect.objectContaining({ code: "POSITION_NOT_FOUND" }),
    );
  });

  it("reverses: the protection is gone, the new side is at the market's price", () => {
    const { account, states } = given();
    account.accept(buy({ takeProfit: 120 }));

    account.reverse("A");

    expect(account.positions()).toMatchObject([{ side: -1, qty: 10, avgPrice: 99 }]);
    expect(states()).toEqual(["o1 2", "o2 1", "o3 2"]);
  });

  it("replaces its protection and leaves the user's own orders alone", () => {
    const { account, states } = given();
    account.accept(buy());
    account.accept(buy({ type: 1, side: -1, limitPrice: 130 }));
    account.protect("A", { takeProfit: 120, stopLoss: 80 });

    account.protect("A", { stopLoss: 85 });

    expect(states()).toEqual(["o1 2", "o2 6", "o3 1", "o4 1", "o5 6"]);
    expect(account.orders.get("o5")).toMatchObject({ type: 3, stopType: 0, parentType: 2 });
  });

  it("knows no other instruments", () => {
    expect(() => given().account.accept(buy({ symbol: "B" }))).toThrow(
      expect.objectContaining({ code: "INSTRUMENT_UNKNOWN" }),
    );
  });
});
