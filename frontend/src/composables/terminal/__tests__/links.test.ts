import { describe, expect, it } from "vitest";
import { Links } from "../links";

describe("links", () => {
  it("panels of a colour share one symbol", () => {
    const links = new Links("AAPL");
    links.of("blue", "chart").symbol.value = "MSFT";
    expect(links.of("blue", "ticket").symbol.value).toBe("MSFT");
  });

  it("a panel without a colour has its own, and begins with that of the blue ones", () => {
    const links = new Links("AAPL");
    links.of("blue", "chart").symbol.value = "MSFT";
    const own = links.of(null, "chart-2");
    expect(own.symbol.value).toBe("MSFT");
    own.symbol.value = "KO";
    expect(links.of("blue", "chart").symbol.value).toBe("MSFT");
    expect(links.of(null, "chart-3")).not.toBe(own);
  });

  it("the first group begins with the first symbol, or with the one that is named", () => {
    expect(new Links("AAPL").of("green", "chart").symbol.value).toBe("AAPL");
    expect(new Links("AAPL").of("green", "chart", "KO").symbol.value).toBe("KO");
  });
});
