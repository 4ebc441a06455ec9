import { describe, expect, it } from "vitest";
import { Collected } from "@/testing/collected";
import { DatafeedService, type MarketFreshness } from "../datafeedService";

describe("the freshness of a symbol, told by the real server", () => {
  it("comes at once, and says of which symbol it is", async () => {
    const heard = new Collected<MarketFreshness>();

    const handle = new DatafeedService().listenFreshness("BTC/USD", { onUpdate: heard.add });
    const [first] = await heard.atLeast(1);
    await handle?.close();

    expect(first?.symbol).toBe("BTC/USD");
    expect(first?.staleAfterMs).toBeGreaterThan(0);
  });
});
