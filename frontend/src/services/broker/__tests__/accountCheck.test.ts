import { describe, expect, it } from "vitest";
import type { AccountStep } from "@/plugins/accountTypes";
import { AccountBook } from "@/plugins/broker/accountBook";
import { HandFedStream } from "@/testing/handFedStream";
import { AccountCheck } from "../accountCheck";

const EQUITY = { equity: "1", balance: "1", unrealized: "0", realized: "0" };
const NOTHING = { ts: 0, orders: [], executions: [], positions: [] };

/** A step that leaves so much cash, with its true hash or another. */
function step(number: number, cash: string, isTrue = true): AccountStep {
  const balances = [{ currency: "USD", cash }];
  const equity = { ...EQUITY, marginUsed: "0", available: "1", unmarked: [] };
  const rest = { step: number, kind: "snapshot", stateHash: "", equity, balances };
  const book = new AccountBook();
  book.replace([{ ...NOTHING, ...rest }]);
  return { ...NOTHING, ...rest, stateHash: isTrue ? book.stateHash : "f00" };
}

function given() {
  const stream = new HandFedStream<AccountStep>();
  const heard: string[] = [];
  const check = new AccountCheck("demo", stream, {
    checked: (state, message) => heard.push(message === undefined ? state : `${state}: ${message}`),
    stepped: (book) => heard.push(`step ${book.step}`),
  });
  const [listener] = [...stream.listeners.values()];
  const snapshot = (...parts: AccountStep[]) => listener?.onReplace?.(parts);
  const next = (one: AccountStep) => listener?.onUpdate(one);
  return { stream, check, heard, snapshot, next };
}

describe("the check of an account's state", () => {
  it("agrees while every hash is the server's", () => {
    const { check, heard, snapshot, next } = given();
    const before = check.state;

    snapshot(step(1, "1"));
    next(step(2, "2"));

    expect([before, check.state, heard]).toEqual([
      "unknown",
      "agrees",
      ["agrees", "step 1", "step 2"],
    ]);
  });

  it("repairs a difference by one fresh snapshot, and hears nothing until it is here", () => {
    const { stream, heard, snapshot, next } = given();
    snapshot(step(1, "1"));
    next(step(2, "2", false));
    next(step(3, "3", false));

    snapshot(step(3, "3"));
    next(step(4, "4"));

    expect([stream.refreshed, heard.slice(2).map((each) => each.split(":")[0])]).toEqual([
      1,
      ["repairing", "agrees", "step 3", "step 4"],
    ]);
    expect(heard[2]).toMatch(/step 2: expected the state f00, have [0-9a-f]{64}/);
  });

  it.each(["in the snapshot", "in the first step after it"])(
    "fails by a second difference in a row, %s, and for good",
    (where) => {
      const { stream, check, heard, snapshot, next } = given();
      snapshot(step(1, "1"));
      next(step(2, "2", false));

      snapshot(step(3, "3", where !== "in the snapshot"));
      next(step(4, "4", false));
      snapshot(step(5, "5"));
      next(step(6, "6"));

      expect([check.state, stream.refreshed, stream.listeners.size]).toEqual(["failed", 1, 0]);
      expect(heard.at(-1)).toContain("failed: step");
    },
  );

  it("repairs again when steps have agreed in between", () => {
    const { stream, check, snapshot, next } = given();
    snapshot(step(1, "1"));
    next(step(2, "2", false));
    snapshot(step(2, "2"));
    next(step(3, "3"));

    next(step(4, "4", false));

    expect([check.state, stream.refreshed]).toEqual(["repairing", 2]);
  });

  it("ends with its account", () => {
    const { stream, check } = given();

    check.close();

    expect(stream.listeners.size).toBe(0);
  });
});
