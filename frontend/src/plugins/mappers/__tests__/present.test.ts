import { describe, expect, it } from "vitest";
import { decimal, present } from "../present";

describe("what is present", () => {
  it("keeps zero and false, and leaves out null and undefined", () => {
    expect(present({ zero: 0, no: false, none: null, absent: undefined })).toEqual({
      zero: 0,
      no: false,
    });
  });

  it("has the decimals that were meant", () => {
    expect(present({ price: 57 * 0.01 })).toEqual({ price: 0.57 });
    expect(decimal(0.1 + 0.2)).toBe(0.3);
  });
});
