import { describe, expect, it } from "vitest";
import { added, freeName, movedBy, movedTo, readLists, sectionOf, titleOf } from "../lists";

describe("watchlists", () => {
  it("hold each entry once, new ones where they were asked for", () => {
    expect(added(["A", "B"], ["B", "C", "C"])).toEqual(["A", "B", "C"]);
    expect(added(["A", "B"], ["C"], "A")).toEqual(["A", "C", "B"]);
  });

  it("put an entry where another one is, from either side", () => {
    expect(movedTo(["A", "B", "C", "D"], "A", "C")).toEqual(["B", "C", "A", "D"]);
    expect(movedTo(["A", "B", "C", "D"], "D", "B")).toEqual(["A", "D", "B", "C"]);
  });

  it("move an entry no further than to the ends", () => {
    expect(movedBy(["A", "B", "C"], "A", -1)).toEqual(["A", "B", "C"]);
    expect(movedBy(["A", "B", "C"], "B", 5)).toEqual(["A", "C", "B"]);
  });

  it("name a list as wished, or by the next free number", () => {
    const lists = ["Tech", "Tech 2"].map((name) => ({ name, entries: [] }));
    expect(freeName(lists, " Tech ")).toBe("Tech 3");
    expect(freeName([], "")).toBe("Watchlist");
  });

  it("tell a section from a symbol; no comma gets into one", () => {
    expect(titleOf("AAPL")).toBeNull();
    expect(titleOf(sectionOf("Chips, big"))).toBe("Chips  big");
  });

  it("read what was kept, without what is no list", () => {
    const list = { name: "Tech", entries: ["A"] };
    expect(readLists({ lists: [list, { name: 3 }, null], changedAt: 5 })).toEqual({
      lists: [list],
      changedAt: 5,
    });
    expect([readLists(null), readLists("x"), readLists({ lists: [] })]).toEqual([null, null, null]);
  });
});
