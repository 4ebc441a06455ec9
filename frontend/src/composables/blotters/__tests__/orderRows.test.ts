import { describe, expect, it } from "vitest";
import type { AccountOrder } from "@/services/brokerTerminalService";
import {
  counted,
  mergedById,
  orderRows,
  reasonText,
  statusWord,
  typeWord,
  type OrderRow,
  emptyText,
} from "../orderRows";

const order = (id: string, members: Partial<AccountOrder> = {}): AccountOrder => ({
  id,
  symbol: "AAPL",
  type: 1,
  side: 1,
  qty: 10,
  status: 6,
  ...members,
});

const ids = (rows: OrderRow[]): unknown[] =>
  rows.map(({ order: { id }, children }) => (children.length ? [id, ids(children)] : id));

describe("orders in a blotter", () => {
  const entry = order("o1");
  const target = order("o2", { status: 3, parentId: "o1", parentType: 1 });
  const held = order("o3", { parentId: "AAPL", parentType: 2, type: 3 });
  const done = order("o4", { status: 2, symbol: "MSFT" });
  const all = [entry, target, held, done];

  it("stand under the order that they wait for, those of a position alone", () => {
    expect(ids(orderRows(all, "all", null))).toEqual([["o1", ["o2"]], "o3", "o4"]);
  });

  it("are filtered by how they stand, and by symbol", () => {
    expect(ids(orderRows(all, "working", null))).toEqual([["o1", ["o2"]], "o3"]);
    expect(ids(orderRows(all, "history", null))).toEqual(["o4"]);
    expect(ids(orderRows(all, "all", "MSFT"))).toEqual(["o4"]);
  });

  it("stand alone when their parent has ended", () => {
    const ended = [order("o1", { status: 1 }), target];
    expect(ids(orderRows(ended, "working", null))).toEqual(["o2"]);
  });

  it.each([
    [{ status: 6 }, "Working"],
    [{ status: 6, filledQty: 4 }, "Partly filled"],
    [{ status: 3 }, "Waits for entry"],
    [{ status: 4 }, "Placing"],
    [{ status: 2, filledQty: 10 }, "Filled"],
    [{ status: 5 }, "Rejected"],
    [{ status: 1 }, "Canceled"],
    [{ status: 1, filledQty: 4 }, "Partly filled, canceled"],
    [{ status: 1, reason: "ORDER_EXPIRED" }, "Expired"],
  ] as const)("%j is told as %s", (members, word) => {
    expect(statusWord(order("o", members))).toBe(word);
  });

  it("say what they are, and what they protect by", () => {
    expect([entry, target, held, order("m", { type: 2 })].map(typeWord)).toEqual([
      "Limit",
      "Take profit",
      "Stop loss",
      "Market",
    ]);
  });

  it("say why, with the code", () => {
    const message = { type: "error", text: "no buying power" } as const;
    expect(reasonText(order("o", { message, reason: "MARGIN" }))).toBe("no buying power (MARGIN)");
    expect(reasonText(order("o"))).toBeUndefined();
  });

  it("of the record give way to what came since", () => {
    const record = [order("o1"), order("o2")];
    const merged = mergedById(record, [order("o2", { status: 2 }), order("o3")]);
    expect(merged.map(({ id, status }) => [id, status])).toEqual([
      ["o1", 6],
      ["o2", 2],
      ["o3", 6],
    ]);
  });

  it("are counted for a button", () => {
    expect([counted(1, "order"), counted(3, "order")]).toEqual(["1 order", "3 orders"]);
  });
});

describe("an empty table of orders", () => {
  it.each([
    ["working", null, true, false, "No working orders."],
    ["working", "A", true, true, "No working orders in A."],
    ["working", null, false, false, "No orders yet. Right-click the chart or press B."],
    ["all", null, false, true, "No orders yet. Buy or sell below the chart."],
    ["history", null, false, false, "No order has ended yet."],
  ] as const)("of %s in %s says why", (filter, symbol, isAny, isNarrow, text) => {
    expect(emptyText(filter, symbol, isAny, isNarrow)).toBe(text);
  });
});
