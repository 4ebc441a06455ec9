import { describe, expect, it } from "vitest";
import { emptyForm, priced, TYPES } from "../ticketForm";

describe("a price that is pointed at", () => {
  const form = { ...emptyForm("7"), side: -1 as const, stopPrice: "9" };

  it("makes a limit order of one without a limit, and keeps what was entered", () => {
    const limit = { ...form, type: TYPES.limit, limitPrice: "10.5", stopPrice: "" };

    expect(priced({ ...form, type: TYPES.market }, 10.5)).toEqual(limit);
    expect(priced({ ...form, type: TYPES.stop }, 10.5)).toEqual(limit);
  });

  it("is the limit of an order that waits for its stop first", () => {
    const both = { ...form, type: TYPES.stopLimit };

    expect(priced(both, 1e-7)).toEqual({ ...both, limitPrice: "0.0000001" });
  });
});
