import { describe, expect, it } from "vitest";
import { RecordingHost } from "@/testing/recordingHost";
import { AccountSummary } from "../accountManager";

describe("the account manager", () => {
  it("shows the account's value as it changes", () => {
    const summary = new AccountSummary(new RecordingHost().factory);
    const { summary: fields, accountTitle } = summary.info("Paper");

    summary.show({ balance: 1, equity: 2, unrealizedPL: 3, realizedPL: 4 });

    expect(accountTitle).toBe("Paper");
    expect(fields.map(({ text, wValue }) => `${text} ${wValue.value()}`)).toEqual([
      "Balance 1",
      "Equity 2",
      "Open profit 3",
      "Realized profit 4",
    ]);
  });

  it("has columns for orders, their history and positions", () => {
    const { orderColumns, historyColumns, positionColumns } = new AccountSummary(
      new RecordingHost().factory,
    ).info("");

    expect(historyColumns).toEqual(orderColumns);
    expect(orderColumns.map(({ id }) => id)).toContain("status");
    expect(positionColumns?.map(({ dataFields }) => dataFields)).toContainEqual(["avgPrice"]);
  });
});
