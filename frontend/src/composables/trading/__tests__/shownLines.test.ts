import { describe, expect, it, vi } from "vitest";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { GHOST, shownLines, type Showing } from "../shownLines";
import { linesOf, type TradeLine } from "../tradeLines";

vi.stubGlobal("navigator", { language: "en-US" });

const ENTRY: AccountOrder = {
  ...{ id: "o1", symbol: "A", type: 1, side: 1, qty: 5, status: 6 },
  ...{ limitPrice: 10, takeProfit: 12 },
};
const CHILD = { parentId: "o1", parentType: 1, side: -1, status: 3, limitPrice: 12 } as const;
const TARGET: AccountOrder = { ...ENTRY, ...CHILD, id: "o2" };
const HELD = { id: "A", symbol: "A", side: 1, qty: 3, avgPrice: 10 } as const;
const STILL: Showing = {
  ...{ decimals: 2, drag: null, profits: new Map(), isSent: () => false, market: 10 },
};

const dragTo = (line: TradeLine | undefined, price: number) => (line ? { line, price } : null);

const texts = (showing: Partial<Showing>, lines = linesOf("A", [ENTRY, TARGET], [HELD])) =>
  shownLines(lines, { ...STILL, ...showing }).map(({ id, text }) => `${id} ${text}`);

describe("lines as they are shown", () => {
  it("say what they are, and what a target would bring", () => {
    expect(texts({ profits: new Map([["A", -1.5]]) })).toEqual([
      "position:A Long 3 · −1.50",
      "o1:limitPrice Buy limit 5 @ 10.00",
      "o2:limitPrice Take profit 5 @ 12.00 · waits for its entry · +10.00",
    ]);
  });

  it("say where they go while they are dragged, dashed", () => {
    const lines = linesOf("A", [ENTRY], []);
    const drag = dragTo(lines[0], 10.5);

    const [shown] = shownLines(lines, { ...STILL, drag });

    expect(shown).toMatchObject({ price: 10.5, dashed: true });
    expect(shown?.text).toBe("Buy limit 5 10.00 → 10.50 (+0.50, +5.00\u202f%)");
  });

  it("are dashed until the stream has told of what was sent", () => {
    const [sent] = shownLines(linesOf("A", [ENTRY], []), { ...STILL, isSent: () => true });

    expect(sent?.dashed).toBe(true);
  });

  it("have one more while something is dragged out of a position", () => {
    const lines = linesOf("A", [], [HELD]);

    const shown = texts({ drag: dragTo(lines[0], 9) }, lines);

    expect(shown[1]).toBe(`${GHOST} Stop loss 3 @ 9.00 · −3.00`);
    expect(texts({ drag: dragTo(lines[0], 10) }, lines)).toHaveLength(1);
  });
});
