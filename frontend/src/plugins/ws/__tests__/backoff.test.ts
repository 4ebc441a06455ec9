import { describe, expect, it } from "vitest";
import { backoffCeiling, backoffDelay } from "../backoff";

describe("[R4] the wait before the next attempt", () => {
  it("doubles from one second to thirty, and never overflows", () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 5000].map(backoffCeiling);

    expect(ceilings).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is anywhere below its ceiling, so that many clients do not come back at once", () => {
    const delays = [0, 0.25, 0.999].map((random) => backoffDelay(2, () => random));

    expect(delays).toEqual([0, 1000, 3996]);
  });
});
