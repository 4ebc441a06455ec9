import { describe, expect, it } from "vitest";
import { ApiAdapter } from "../apiAdapter";

function answering(body: unknown, status = 200): { adapter: ApiAdapter; asked: Request[] } {
  const asked: Request[] = [];
  const adapter = new ApiAdapter((request) => {
    asked.push(request as Request);
    const headers = { "content-type": "application/json" };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status, headers }));
  });
  return { adapter, asked };
}

describe("ApiAdapter", () => {
  it("escapes the slash of a symbol in a path", async () => {
    const { adapter, asked } = answering({ supported_resolutions: [] });

    await adapter.resolve("BTC/USD");

    expect(new URL(asked[0]?.url ?? "").pathname).toBe("/api/v1/datafeed/resolve/BTC%2FUSD");
  });

  it("asks for bars in the server's words", async () => {
    const { adapter, asked } = answering({ bars: [], no_data: true, next_time: null });

    await adapter.bars("AAPL", "1D", { from: 1, to: 2, countBack: 3 });
    await adapter.bars("AAPL", "1D", { from: 1, to: 2 });

    expect(asked.map(({ url }) => new URL(url).search)).toEqual([
      "?symbol=AAPL&resolution=1D&from_time=1&to_time=2&count_back=3",
      "?symbol=AAPL&resolution=1D&from_time=1&to_time=2",
    ]);
  });

  it("searches among all, of any exchange and type, unless told otherwise", async () => {
    const { adapter, asked } = answering([]);

    await adapter.search("");
    await adapter.search("b", { exchange: "NYSE", symbolType: "stock", limit: 5 });

    expect(asked.map(({ url }) => new URL(url).search)).toEqual([
      "?user_input=&exchange=&symbol_type=&limit=30",
      "?user_input=b&exchange=NYSE&symbol_type=stock&limit=5",
    ]);
  });

  it("takes the server's configuration, and says which feed it is", async () => {
    const { adapter } = answering({ feed: "replay", supported_resolutions: ["1", "1D"] });

    await expect(adapter.configuration()).resolves.toEqual({
      feed: "replay",
      supported_resolutions: ["1", "1D"],
    });
  });

  it("posts the symbols that it wants quoted", async () => {
    const { adapter, asked } = answering([]);

    await adapter.quotes(["AAPL"]);

    expect(await asked[0]?.json()).toEqual({ symbols: ["AAPL"] });
  });

  it("[E1] rejects with the server's code and status", async () => {
    const { adapter } = answering({ code: "unknown_symbol", message: "no X" }, 404);

    await expect(adapter.resolve("X")).rejects.toMatchObject({
      code: "unknown_symbol",
      message: "no X",
      status: 404,
    });
  });

  it("rejects an answer that is no error of ours", async () => {
    const { adapter } = answering("<html>bad gateway</html>", 502);

    await expect(adapter.serverTime()).rejects.toMatchObject({ code: "http_502", status: 502 });
  });

  it("rejects as a network error when no answer comes", async () => {
    const adapter = new ApiAdapter(() => Promise.reject(new TypeError("fetch failed")));

    await expect(adapter.search("x")).rejects.toMatchObject({
      code: "network_error",
      message: "fetch failed",
      status: null,
    });
  });
});
