import { describe, expect, it, vi } from "vitest";
import { executionColumns } from "../executionColumns";
import { zoneWords } from "../words";

vi.stubGlobal("navigator", { language: "en-US" });

describe("the zone of a column of times", () => {
  it.each([
    [[], "UTC"],
    [["Etc/UTC"], "UTC"],
    [["America/New_York", "America/New_York"], "New York"],
    [["America/New_York", "Etc/UTC"], "of the exchange"],
  ])("of %j is named", (zones, name) => {
    expect(zoneWords(zones)).toBe(name);
  });
});

describe("the exported value of an execution", () => {
  it("is the exact product of what its decimals say", () => {
    const facts = { priceDecimals: 2, qtyDecimals: 8, zone: "UTC", currency: "USD" };
    const columns = executionColumns(
      () => facts,
      () => "UTC",
    );
    const value = columns.find(({ id }) => id === "value");
    const fill = { id: "x", symbol: "A", price: 0.1, qty: 0.2, side: 1, time: 0, orderId: "o" };

    expect(value?.exported?.(fill as never)).toBe("0.02");
  });
});
