// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef } from "vue";
import { beforeEach, describe, expect, it } from "vitest";
import { useTour } from "../tour";

function given(orders: unknown[] = []) {
  const account = {
    known: shallowRef(false),
    orders: shallowRef(orders),
    fills: shallowRef<unknown[]>([]),
    positions: shallowRef<unknown[]>([]),
  };
  const tour = effectScope().run(() => useTour(account as never));
  if (!tour) throw new Error("the scope is gone");
  const know = async (): Promise<void> => {
    account.known.value = true;
    await nextTick();
  };
  return { account, know, ...tour };
}

describe("the first steps", () => {
  beforeEach(() => localStorage.clear());

  it("wait until the account is known, then begin", async () => {
    const { step, know } = given();
    expect(step.value).toBeNull();
    await know();
    expect(step.value).toBe("order");
  });

  it("are not for an account that has traded", async () => {
    const { step, know } = given([{}]);
    await know();
    expect(step.value).toBeNull();
  });

  it("the first is done by a fill, wherever the order was placed", async () => {
    const { step, know, account } = given();
    await know();
    account.fills.value = [{}];
    await nextTick();
    expect(step.value).toBe("fill");
  });

  it("end after the third, and stay away until they are asked for", async () => {
    const { step, know, next, begin } = given();
    await know();
    [1, 2, 3].forEach(next);
    expect(step.value).toBeNull();
    begin();
    expect(step.value).toBe("order");
  });
});
