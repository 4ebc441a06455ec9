import { afterEach, describe, expect, it, vi } from "vitest";
import { browserEnvironment, reportStray } from "../browserEnvironment";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the browser's environment", () => {
  it.each([
    [
      () => Promise.resolve(new Response("", { status: 200 })),
      { isThere: true, reason: "the server answers, but refuses the stream" },
    ],
    [
      () => Promise.resolve(new Response("", { status: 503 })),
      { isThere: false, reason: "the server answers with status 503" },
    ],
    [
      () => Promise.reject(new TypeError("down")),
      { isThere: false, reason: "the server does not answer" },
    ],
  ])("[R4] asks over HTTP why there is no stream (%#)", async (fetch, answer) => {
    const asked = vi.fn(fetch);
    vi.stubGlobal("fetch", asked);

    expect(await browserEnvironment.askServer("wss://host:1/api/v1/ws")).toEqual(answer);
    expect(String((asked.mock.calls as unknown[][])[0]?.[0])).toBe("https://host:1/api/v1/health");
  });

  it.each([
    ["hidden", false],
    ["visible", true],
  ])("[R4] knows whether a page that is %s may be looked at", (visibilityState, seen) => {
    vi.stubGlobal("document", { visibilityState });

    expect(browserEnvironment.isSeen()).toBe(seen);
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

  it("lets an error be seen where nobody takes errors, and goes on", () => {
    const later: (() => void)[] = [];
    vi.stubGlobal("reportError", undefined);
    vi.stubGlobal("queueMicrotask", (run: () => void) => later.push(run));
    const error = new Error("stray");

    reportStray(error);

    expect(() => later.forEach((run) => run())).toThrow(error);
  });

  it("[R4] stands without an online event where there is none", () => {
    vi.stubGlobal("addEventListener", undefined);

    expect(() => browserEnvironment.onOnline(() => undefined)).not.toThrow();
  });

  it("starts timers that can be stopped, and puts off what the turn gathers", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 5 });
    const heard: string[] = [];
    const { startTimer, defer, now, random } = browserEnvironment;

    startTimer(10, () => heard.push("due"));
    startTimer(10, () => heard.push("stopped"))();
    defer(() => heard.push(`deferred at ${now()}`));
    await Promise.resolve();
    vi.advanceTimersByTime(10);

    expect(heard).toEqual(["deferred at 5", "due"]);
    expect(random()).toBeLessThan(1);
  });

  it("[C2] goes on with the local user's session, which never expires", async () => {
    await expect(browserEnvironment.renewSession()).resolves.toBe(true);
  });
});
