import { afterEach, describe, expect, it, vi } from "vitest";

async function addressOf(origin: string | undefined): Promise<typeof import("../serverAddress")> {
  vi.resetModules();
  vi.stubGlobal("location", origin === undefined ? undefined : { origin });
  return import("../serverAddress");
}

afterEach(() => void vi.unstubAllGlobals());

describe("the server's address", () => {
  it.each([
    ["http://127.0.0.1:5173", "ws://127.0.0.1:5173/api/v1/ws"],
    ["https://trade.example", "wss://trade.example/api/v1/ws"],
    [undefined, "ws://127.0.0.1:8000/api/v1/ws"],
    ["null", "ws://127.0.0.1:8000/api/v1/ws"],
  ])("of a page at %s is %s", async (origin, url) => {
    expect((await addressOf(origin)).streamUrl()).toBe(url);
  });

  it("is what a program says, page or not", async () => {
    const { setServerOrigin, serverOrigin } = await addressOf("http://127.0.0.1:5173");

    setServerOrigin("http://localhost:9/ignored/path");

    expect(serverOrigin()).toBe("http://localhost:9");
  });
});
