import { describe, expect, it } from "vitest";
import type { DepthUpdate } from "@/plugins/tapeTypes";
import { bookAfter } from "../orderBook";

const level = (price: number, size: number) => ({ price, size });
const WHOLE: DepthUpdate = {
  version: 4,
  follows: null,
  time: 1,
  receivedAt: 2,
  bids: [level(9, 1), level(8, 2)],
  asks: [level(11, 3)],
};
const CHANGE: DepthUpdate = {
  version: 5,
  follows: 4,
  time: 3,
  receivedAt: 4,
  bids: [level(9, 0), level(8.5, 4)],
  asks: [level(11, 5), level(10, 1)],
};

describe("bookAfter", () => {
  it("[U3] replaces by a whole book and applies the change that follows it", () => {
    const book = bookAfter(bookAfter(null, WHOLE), CHANGE);

    expect(book).toEqual({
      version: 5,
      time: 3,
      receivedAt: 4,
      bids: [level(8.5, 4), level(8, 2)],
      asks: [level(10, 1), level(11, 5)],
    });
    expect(bookAfter(book, { ...WHOLE, version: 9 })).toMatchObject(
      bookAfter(null, { ...WHOLE, version: 9 }) ?? {},
    );
  });

  it("has no book where a change follows another one", () => {
    expect(bookAfter(null, CHANGE)).toBeNull();
    expect(bookAfter(bookAfter(null, { ...WHOLE, version: 3 }), CHANGE)).toBeNull();
  });

  it("[U3] is the same book whichever changes were merged on the way", () => {
    const last: DepthUpdate = { ...CHANGE, version: 6, follows: 5, bids: [level(9, 7)], asks: [] };
    const merged = { ...last, follows: 4, bids: [level(9, 7), level(8.5, 4)], asks: CHANGE.asks };
    const whole = bookAfter(null, WHOLE);

    expect(bookAfter(whole, merged)).toEqual(bookAfter(bookAfter(whole, CHANGE), last));
  });
});
