import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Scenario, type Action } from "./scenario";

/** A larger number makes the search deeper: STREAM_RUNS=1000000 npm run test:unit -- property */
const RUNS = Number(process.env["STREAM_RUNS"] ?? 12_000);
const TIMEOUT_MS = 60_000 + RUNS;

const small = fc.nat(2);
const few = fc.nat(5);
const one = fc.constant;

/** How often each thing happens: mostly traffic, so that faults meet a stream that is alive. */
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: one("listen" as const), who: small, topic: small }) },
  { weight: 3, arbitrary: fc.record({ do: one("leave" as const), who: small, topic: small }) },
  { weight: 2, arbitrary: fc.record({ do: one("list" as const), topic: small }) },
  { weight: 3, arbitrary: fc.record({ do: one("listenFrom" as const), who: small, topic: small }) },
  { weight: 8, arbitrary: fc.record({ do: one("publish" as const), topic: small }) },
  { weight: 10, arbitrary: fc.record({ do: one("serve" as const), count: few }) },
  { weight: 12, arbitrary: fc.record({ do: one("deliver" as const), count: few }) },
  { weight: 2, arbitrary: fc.record({ do: one("deliverOld" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: one("accept" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: one("cut" as const), code: fc.constantFrom(1006, 4000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: one("wait" as const), ms: fc.constantFrom(500, 2000, 30_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: one("refuse" as const), temporary: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: one("renumber" as const), topic: small }) },
  { weight: 1, arbitrary: fc.record({ do: one("lose" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: one("corrupt" as const) }) },
) satisfies fc.Arbitrary<Action>;
const history = fc.array(action, { minLength: 20, maxLength: 80, size: "max" });

describe("the client's machine under random interleavings", () => {
  it(
    `[R3] keeps every listener's view true, over ${RUNS} histories`,
    { timeout: TIMEOUT_MS },
    () => {
      fc.assert(
        fc.property(history, (actions) => {
          const scenario = new Scenario();
          actions.forEach((each) => scenario.perform(each));
          scenario.finish();
          expect(scenario.problems()).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
  );
});
