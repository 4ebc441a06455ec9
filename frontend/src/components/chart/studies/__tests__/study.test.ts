import { beforeAll, describe, expect, it, vi } from "vitest";
import { foundStudies } from "../foundStudies";
import { FIRST_STUDIES, newStudy, refusalOf, studiesFrom, titleOf, type Study } from "../study";
import { STUDY_KINDS } from "../studyKinds";

describe("the library's indicators", () => {
  let supported: string[];
  beforeAll(async () => {
    // The library looks at the browser as soon as it is imported.
    vi.stubGlobal("window", { navigator: { userAgent: "" } });
    supported = (await import("klinecharts")).getSupportedIndicators();
    vi.unstubAllGlobals();
  });

  it("are all offered, and no others", () => {
    expect(Object.keys(STUDY_KINDS).sort()).toEqual(supported.sort());
  });
});

describe("indicators that a layout has kept", () => {
  it("come back as they were", () => {
    const kept: Study[] = [
      { ...newStudy("EMA", "EMA-1"), params: [9, 21, 55], visible: false },
      {
        ...newStudy("RSI", "RSI-2"),
        onCandles: true,
        colors: newStudy("MA", "x").colors.reverse(),
      },
    ];
    expect(studiesFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it("are the volume at first, and none when all were removed", () => {
    expect(studiesFrom(undefined)).toEqual(FIRST_STUDIES);
    expect(studiesFrom([])).toEqual([]);
  });

  it("are left out or set right where this page does not understand them", () => {
    const kept = [{ id: "1", name: "NONE" }, 7, { id: "2", name: "MACD", params: [1] }];
    expect(studiesFrom(kept)).toEqual([newStudy("MACD", "2")]);
  });
});

describe("the parameters of an indicator", () => {
  it("are refused in words where they cannot be", () => {
    expect(refusalOf("MACD", [12, 26, 9])).toBeNull();
    expect(refusalOf("MACD", [12, 26])).toBe("MACD takes 3 values.");
    expect(refusalOf("MA", [20, 0])).toBe("0 is no length: 1 to 1000, without decimals.");
    expect(refusalOf("MA", [1, 2, 3, 4, 5, 6, 7])).toBe("MA takes at most 6 values.");
    expect(refusalOf("RSI", [2.5])).toContain("2.5");
  });

  it("may be as many lengths as one likes, and decimals where they are no length", () => {
    expect(refusalOf("MA", [])).toBeNull();
    expect(refusalOf("BOLL", [20, 2.5])).toBeNull();
    expect(titleOf({ ...newStudy("BOLL", "1"), params: [20, 2.5] })).toBe("BOLL 20 2.5");
  });
});

describe("the chooser", () => {
  it("finds by name, by title and by what it shows, favourites first", () => {
    const names = (input: string, favourites: string[] = []) =>
      foundStudies(input, favourites).map(({ name }) => name);
    expect(names("vwap")).toEqual(["AVP"]);
    expect(names("moving expo")).toEqual(["EMA"]);
    expect(names("nothing like it")).toEqual([]);
    expect(names("", ["RSI", "OBV"]).slice(0, 2).sort()).toEqual(["OBV", "RSI"]);
    expect(names("")).toHaveLength(27);
  });
});
