import { describe, expect, it } from "vitest";
import { Holding, LAST_VALUE, type HoldingRule } from "../holding";

const bar = (time: number, close: number) => ({ time, close });

/** What is held after a state and some updates. */
function held(rule: HoldingRule, state: unknown[], ...updates: unknown[]): unknown[] {
  const holding = new Holding(rule);
  holding.replace([bar(0, 0)]);
  holding.replace(state);
  updates.forEach((update) => holding.put(update));
  return holding.values();
}

describe("[R3] what is held for a late listener", () => {
  it("is the last value of a topic without a key", () => {
    expect(held(LAST_VALUE, [bar(1, 1)], bar(2, 2), bar(3, 3))).toEqual([bar(3, 3)]);
  });

  it("is the newest value of each key, in the order in which the keys came", () => {
    const values = held({ key: "time", keep: "all" }, [bar(1, 1), bar(2, 2)], bar(1, 9));

    expect(values).toEqual([bar(1, 9), bar(2, 2)]);
  });

  it("is the newest key alone of a series", () => {
    const values = held({ key: "time", keep: "newest" }, [bar(1, 1)], bar(2, 2), bar(2, 3));

    expect(values).toEqual([bar(2, 3)]);
  });

  it("is the newest bar of a series of which an older one was corrected", () => {
    const values = held({ key: "time", keep: "newest" }, [bar(2, 2)], bar(1, 9));

    expect(values).toEqual([bar(2, 2)]);
  });

  it("is nothing of what cannot be held", () => {
    expect(held({ key: null, keep: "nothing" }, [bar(1, 1)], bar(2, 2))).toEqual([]);
  });
});
