import { describe, expect, it } from "vitest";
import { OfflineJournal } from "../offlineJournal";

const position = (qty: number) => ({ id: "A", symbol: "A", qty, side: 1 as const, avgPrice: 1 });

describe("the offline journal", () => {
  it("[U1] tells each update of a route once, in order, as it was", () => {
    const journal = new OfflineJournal();
    const changing = position(1);
    journal.record("positions", changing);
    changing.qty = 9;
    journal.record("positions", position(2));

    const told = [1, 2, 3].map(() => journal.next("positions")?.qty ?? null);

    expect([told, journal.next("orders")]).toEqual([[1, 2, null], null]);
  });

  it("[R6] does not tell again what a list has said", () => {
    const journal = new OfflineJournal();
    journal.record("positions", position(1));
    journal.nextStep();

    const listed = journal.listed("positions", [position(1)]);
    journal.record("positions", position(2));

    expect(listed).toEqual({ items: [position(1)], at: { epoch: "offline", seq: 1 }, step: 1 });
    expect(journal.next("positions")?.qty).toBe(2);
  });
});
