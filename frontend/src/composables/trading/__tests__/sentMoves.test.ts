import { describe, expect, it } from "vitest";
import { nextTick, shallowRef } from "vue";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { useSentMoves } from "../sentMoves";
import { linesOf, type TradeLine } from "../tradeLines";

const ORDER: AccountOrder = {
  ...{ id: "o1", symbol: "A", type: 1, side: 1, qty: 5, status: 6, limitPrice: 10 },
};
const LINE = "o1:limitPrice";

/** Moves of one order, of which price 11 was sent. */
function sentTo11() {
  const told = shallowRef<readonly TradeLine[]>(linesOf("A", [ORDER], []));
  const shown: unknown[] = [];
  const moves = useSentMoves(told, (error) => shown.push(error));
  moves.sent.set(LINE, { price: 11, order: ORDER });
  const tell = async (...orders: AccountOrder[]): Promise<boolean> => {
    told.value = linesOf("A", orders, []);
    await nextTick();
    return moves.sent.has(LINE);
  };
  return { ...moves, shown, tell };
}

describe("a price that was sent", () => {
  it("is on its way while other orders are told of", async () => {
    expect(await sentTo11().tell(ORDER, { ...ORDER, id: "o2" })).toBe(true);
  });

  it("has come when the stream tells of its order, whatever it says, or the order ends", async () => {
    expect(await sentTo11().tell({ ...ORDER, limitPrice: 11 })).toBe(false);
    expect(await sentTo11().tell({ ...ORDER, limitPrice: 9 })).toBe(false);
    expect(await sentTo11().tell()).toBe(false);
  });

  it("falls back when it is refused, and the refusal stands at its price", async () => {
    const { attempt, sent, refused, shown } = sentTo11();
    const error = Object.assign(new Error("expected a price in reach"), { code: "PRICE_COLLAR" });

    await attempt(LINE, 11, Promise.reject(error));

    expect([sent.size, shown]).toEqual([0, [error]]);
    const { price, problem } = refused.get(LINE) ?? {};
    expect([price, problem?.code, problem?.sentence]).toEqual([
      11,
      "PRICE_COLLAR",
      "Expected a price in reach.",
    ]);
  });

  it("is asked again without the refusal before it", async () => {
    const { attempt, refused } = sentTo11();
    await attempt(LINE, 11, Promise.reject(new Error("no")));

    await attempt(LINE, 12, Promise.resolve());

    expect(refused.size).toBe(0);
  });
});
