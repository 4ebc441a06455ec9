import { afterEach, describe, expect, it, vi } from "vitest";
import { browserEnvironment, reportStray } from "../browserEnvironment";

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

describe("the browser's environment", () => {
  it.each([
    [
      () => Promise.resolve(new Response("", { status: 200 })),
      "the server answers, but refuses the stream",
    ],
    [
      () => Promise.resolve(new Response("", { status: 503 })),
      "the server answers with status 503",
    ],
    [() => Promise.reject(new TypeError("down")), "the server does not answer"],
  ])("[R4] asks over HTTP why there is no stream (%#)", async (fetch, reason) => {
    const asked = vi.fn(fetch);
    vi.stubGlobal("fetch", asked);

    expect(await browserEnvironment.explainFailure("wss://host:1/api/v1/ws")).toBe(reason);
    expect(String((asked.mock.calls as unknown[][])[0]?.[0])).toBe("https://host:1/api/v1/health");
  });

  it("[R4] hears the machine come back online", () => {
    const target = new EventTarget();
    vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
    const heard = vi.fn();
    browserEnvironment.onOnline(heard);

    target.dispatchEvent(new Event("online"));

    expect(heard).toHaveBeenCalledOnce();
  });

  it("reports errors that nobody waits for as the page's own", () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const error = new Error("stray");

    reportStray(error);

    expect(reportError).toHaveBeenCalledWith(error);
  });
});
