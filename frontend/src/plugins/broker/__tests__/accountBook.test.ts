import { describe, expect, it } from "vitest";
import type { AccountStep, ExecutionsTail } from "../../accountTypes";
import { contractFile } from "@/testing/contractFile";
import { AccountBook } from "../accountBook";
import { chained, FIRST_CHAIN, StateHash } from "../stateHash";

const EQUITY = {
  equity: "1",
  balance: "1",
  unrealized: "0",
  realized: "0",
  marginUsed: "0",
  available: "1",
  unmarked: [],
};
const BALANCE = { currency: "USD", cash: "1" };
const ORDER = { id: "o1", status: 6, symbol: "A", qty: "2" } as const;
const HELD = { symbol: "A", qty: "2.0" };
const FILL = { id: "x1", orderId: "o1", side: 1 } as const;

type Member = readonly [kind: string, name: string, record: object];

/** A step; its hash is that of `state`, computed here member by member. */
function step(change: Partial<AccountStep>, ...state: Member[]) {
  const hash = new StateHash();
  hash.put("balance", "USD", BALANCE);
  state.forEach(([kind, name, record]) => hash.put(kind as "order", name, record));
  const nothing = { orders: [], executions: [], positions: [], balances: [BALANCE] };
  const rest = { step: 1, ts: 0, kind: "order_accepted", equity: EQUITY, stateHash: hash.hex };
  return { ...nothing, ...rest, ...change };
}
const tail = (count: number, chain = FIRST_CHAIN) => ["executions", "", { count, chain }] as const;

const opening = step(
  { kind: "snapshot", executionsTail: { count: 0, chain: FIRST_CHAIN } },
  tail(0),
);
const accepted = step({ step: 2, orders: [ORDER] }, tail(0), ["order", "o1", ORDER]);

describe("the book of an account", () => {
  it("agrees with the server about a snapshot and each step after it", () => {
    const book = new AccountBook();
    const chain = chained(FIRST_CHAIN, FILL);
    const fill = { step: 3, orders: [{ ...ORDER, status: 2 as const }], positions: [HELD] };
    const filled = step({ ...fill, executions: [FILL] }, tail(1, chain), ["position", "A", HELD]);

    const verdicts = [book.replace([opening]), book.apply(accepted), book.apply(filled)];

    expect(verdicts).toEqual([true, true, true]);
    expect([book.step, book.orders.size, book.positions.get("A")]).toEqual([3, 0, HELD]);
    expect(book.executions).toEqual({ count: 1, chain });
  });

  it("forgets a position that is flat, however its zero is written", () => {
    const book = new AccountBook();
    book.replace([step({ positions: [HELD] })]);

    const agrees = book.apply(step({ positions: [{ symbol: "A", qty: "0.0000" }] }, tail(0)));

    expect([agrees, book.positions.size]).toEqual([true, 0]);
  });

  it("joins the parts of a snapshot", () => {
    const other = { ...ORDER, id: "o2" };
    const both = [tail(0), ["order", "o1", ORDER], ["order", "o2", other]] as const;
    const parts = [step({ orders: [ORDER] }, ...both), step({ orders: [other] }, ...both)];
    const book = new AccountBook();
    book.replace([accepted]);

    expect(book.replace(parts.map((each) => ({ ...each, kind: "snapshot" })))).toBe(true);
    expect([...book.orders.keys()]).toEqual(["o1", "o2"]);
  });

  it("notices a flipped digit, a lost step and a doubled execution", () => {
    const flipped = { ...accepted, orders: [{ ...ORDER, qty: "3" }] };
    const chain = chained(FIRST_CHAIN, FILL);
    const filled = step({ step: 3, executions: [FILL] }, tail(1, chain));
    const verdictAfter = (...steps: AccountStep[]): boolean[] => {
      const book = new AccountBook();
      book.replace([opening]);
      return steps.map((each) => book.apply(each));
    };

    expect(verdictAfter(flipped)).toEqual([false]);
    expect(verdictAfter({ ...accepted, orders: [] })).toEqual([false]);
    expect(verdictAfter(filled, filled)).toEqual([true, false]);
  });

  it("is empty before anything came, and by an empty state", () => {
    const book = new AccountBook();
    const before = [book.step, book.equity, book.stateHash];
    book.replace([opening]);

    expect([book.replace([]), book.step, book.balances.size]).toEqual([true, 0, 0]);
    expect(before).toEqual([0, null, FIRST_CHAIN]);
  });

  it("agrees with the server's own vectors as snapshots", () => {
    const { states } = contractFile("state-hash.json") as { states: AccountStep[] };

    const verdicts = states.map((state) => {
      const executionsTail = state.executions as unknown as ExecutionsTail;
      const part = { ...opening, ...state, executions: [], executionsTail };
      return new AccountBook().replace([part]);
    });

    expect([verdicts.length > 3, verdicts.every(Boolean)]).toEqual([true, true]);
  });
});
