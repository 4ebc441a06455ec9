import { describe, expect, it } from "vitest";
import { ApiError, DatafeedService } from "../datafeedService";

const service = new DatafeedService();
const NOW = Date.now();

describe("requests to the real server", () => {
  it("gets the configuration with the resolutions", async () => {
    const { supported_resolutions, feed } = await service.getConfiguration();

    expect([supported_resolutions?.[0], feed]).toEqual(["1", "simulated"]);
  });

  it("lists instruments for an empty text, and finds by name", async () => {
    const all = await service.searchSymbols("");
    const [apple] = await service.searchSymbols("aapl", { limit: 1 });

    expect(all.length).toBeGreaterThan(7);
    expect(apple?.symbol).toBe("AAPL");
  });

  it("resolves every symbol that it lists, slashes included", async () => {
    const found = await service.searchSymbols("", { limit: 100 });

    const resolved = await Promise.all(found.map(({ symbol }) => service.resolveSymbol(symbol)));

    expect(resolved.map(({ name }) => name)).toEqual(found.map(({ symbol }) => symbol));
    expect(found.some(({ symbol }) => symbol.includes("/"))).toBe(true);
  });

  it("gets bars ascending, as many as asked", async () => {
    const { bars } = await service.getBars("AAPL", "1", { from: 0, to: NOW, countBack: 50 });

    const times = bars.map(({ time }) => time);
    expect(times).toHaveLength(50);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("says that there is nothing before the first bar", async () => {
    const page = await service.getBars("AAPL", "1", { from: 0, to: 1000, countBack: 10 });

    expect(page).toEqual({ bars: [], meta: { noData: true } });
  });

  it("quotes in the order asked, an error for what is unknown", async () => {
    const quotes = await service.getQuotes(["MSFT", "NO-SUCH", "AAPL"]);

    expect(quotes.map(({ s, n }) => `${s} ${n}`)).toEqual(["ok MSFT", "error NO-SUCH", "ok AAPL"]);
  });

  it("tells the time in seconds", async () => {
    expect(Math.abs((await service.getServerTime()) * 1000 - NOW)).toBeLessThan(60_000);
  });

  it("[S4] rejects with the server's code", async () => {
    const refusal = await service.resolveSymbol("NO-SUCH").catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ code: "unknown_symbol", status: 404 });
  });
});
