// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { lagWords } from "../chartLag";

const NOW = 1_700_000_000_000;
const lag = { newest: 12.2, p50: 11, p99: 40 };

describe("the lag of the chart's data", () => {
  it("is that of its newest update, with the spread behind it", () => {
    const words = lagWords({ lastUpdateAt: NOW - 400, lag }, NOW);

    expect(words?.text).toBe("lag 12 ms");
    expect(words?.title).toContain("half came within 11 ms, 99 of 100 within 40 ms");
  });

  it("is no small figure when nothing comes any more", () => {
    const words = lagWords({ lastUpdateAt: NOW - 12_300, lag }, NOW);

    expect(words?.text).toBe("no data for 12 s");
  });

  it("is not made up before anything came, nor where nothing streams", () => {
    expect(lagWords({ lastUpdateAt: null, lag: null }, NOW)?.text).toBe("no data yet");
    expect(lagWords({ lastUpdateAt: NOW, lag: null }, NOW)).toBeNull();
    expect(lagWords(null, NOW)).toBeNull();
  });
});
