import { shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import { accountMark } from "../accountMark";

function given() {
  return {
    ...{ accountId: shallowRef("demo"), step: shallowRef({ step: 1 }) },
    ...{ equity: shallowRef({ balance: 100, equity: 100 }), risk: shallowRef({ state: "ACTIVE" }) },
    positions: shallowRef([{ id: "p", side: 1, qty: 1, pl: 0 }]),
    orders: shallowRef([]),
  };
}
const markOf = (account: ReturnType<typeof given>) => accountMark(account as never);

describe("the mark of an account", () => {
  it("stays while only prices move", () => {
    const account = given();
    const before = markOf(account);

    account.positions.value = [{ id: "p", side: 1, qty: 1, pl: 5 }];
    account.equity.value = { balance: 100, equity: 105 };

    expect(markOf(account)).toBe(before);
  });

  it("changes with a step, a fill and the account's state", () => {
    const account = given();
    const seen = new Set([markOf(account)]);

    account.step.value = { step: 2 };
    seen.add(markOf(account));
    account.positions.value = [{ id: "p", side: -1, qty: 1, pl: 0 }];
    seen.add(markOf(account));
    account.risk.value = { state: "HALTED" };
    seen.add(markOf(account));

    expect(seen.size).toBe(4);
  });
});
