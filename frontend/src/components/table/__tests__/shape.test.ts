import { describe, expect, it } from "vitest";
import {
  firstShape,
  leastWidth,
  moved,
  movedTo,
  readShape,
  resized,
  sortedBy,
  toggled,
  tracksOf,
} from "../shape";

const symbol = { id: "symbol", kind: "text", width: 80 } as const;
const qty = { id: "qty", kind: "number", width: 60 } as const;
const fee = { id: "fee", kind: "number", width: 60, hidden: true } as const;
const controls = { id: "acts", kind: "controls", width: 48 } as const;
const first = firstShape([symbol, qty, fee]);

describe("a table's shape", () => {
  it("begins as the columns are declared", () => {
    expect(first).toEqual({
      order: ["symbol", "qty", "fee"],
      hidden: ["fee"],
      widths: {},
      sort: null,
    });
  });

  it("leaves out on a narrow screen what only a wide one has room for", () => {
    const columns = [symbol, { ...qty, wide: true }, fee];
    expect(firstShape(columns).hidden).toEqual(["fee"]);
    expect(firstShape(columns, null, true).hidden).toEqual(["qty", "fee"]);
  });

  it("comes back from a layout, which forgets what is gone and gets what is new", () => {
    const kept = {
      order: ["qty", "gone", "symbol"],
      hidden: ["gone", "symbol"],
      widths: { qty: 90 },
      sort: { id: "gone", desc: true },
    };
    expect(readShape(kept, first)).toEqual({
      order: ["qty", "symbol", "fee"],
      hidden: ["symbol", "fee"],
      widths: { qty: 90 },
      sort: null,
    });
  });

  it("is the first one where a layout has kept none", () => {
    expect(readShape(undefined, first)).toBe(first);
  });

  it("sorts numbers from the greatest, then from the least, then not", () => {
    const once = sortedBy(first, qty);
    const twice = sortedBy(once, qty);
    expect([once.sort, twice.sort, sortedBy(twice, qty).sort]).toEqual([
      { id: "qty", desc: true },
      { id: "qty", desc: false },
      null,
    ]);
  });

  it("sorts words from A", () => {
    expect(sortedBy(sortedBy(first, qty), symbol).sort).toEqual({ id: "symbol", desc: false });
  });

  it("moves a column, to its neighbour's place or to another's, and not beyond the end", () => {
    expect(moved(first, "symbol", 1).order).toEqual(["qty", "symbol", "fee"]);
    expect(moved(first, "qty", -5).order).toEqual(["qty", "symbol", "fee"]);
    expect(movedTo(first, "symbol", "fee").order).toEqual(["qty", "fee", "symbol"]);
  });

  it("hides a column and shows it again", () => {
    const hidden = toggled(first, "qty");
    expect(hidden.hidden).toEqual(["fee", "qty"]);
    expect(toggled(hidden, "qty").hidden).toEqual(["fee"]);
  });

  it("shares the width among columns that nobody drew, and never cuts one", () => {
    const { widths } = resized(resized(first, "qty", 90.4), "symbol", 3);
    expect(tracksOf([symbol, qty, fee, controls], widths)).toBe(
      "40px 90px minmax(60px, 60fr) 48px",
    );
    expect(leastWidth([symbol, qty, fee, controls], widths)).toBe(238);
  });
});
