import { afterEach, describe, expect, it, vi } from "vitest";
import { setServerOrigin } from "@/plugins/serverAddress";
import { closeConnection, readTopics, retryConnection, watchConnection } from "../streamConnection";

/** Sockets that the page has opened, each in the test's hands. */
class PageSocket {
  static readonly opened: PageSocket[] = [];
  onopen: () => void = () => undefined;
  onclose: (event: { code: number }) => void = () => undefined;

  constructor(readonly url: string) {
    PageSocket.opened.push(this);
  }

  send(): void {
    // Nobody answers.
  }

  close(): void {
    // The page forgets a socket that it closes.
  }
}

function given() {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", PageSocket);
  setServerOrigin("http://server:1");
  const states: string[] = [];
  const stop = watchConnection(({ state }) => states.push(state));
  return { states, stop };
}

afterEach(() => {
  closeConnection();
  PageSocket.opened.splice(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the connection behind all streams", () => {
  it("is opened by whoever watches it first, and told from then on", () => {
    const { states, stop } = given();
    PageSocket.opened[0]?.onopen();

    stop();
    PageSocket.opened[0]?.onclose({ code: 1006 });

    expect(PageSocket.opened.map(({ url }) => url)).toEqual(["ws://server:1/api/v1/ws"]);
    expect(states).toEqual(["connecting", "live"]);
  });

  it("is one for all who watch", () => {
    given();
    const states: string[] = [];

    watchConnection(({ state }) => states.push(state));

    expect([PageSocket.opened.length, states]).toEqual([1, ["connecting"]]);
  });

  it("[R4] comes back at once when asked to", () => {
    given();
    PageSocket.opened[0]?.onclose({ code: 1006 });

    retryConnection();

    expect(PageSocket.opened).toHaveLength(2);
  });

  it("has no topics before somebody listens", () => {
    given();

    expect(readTopics()).toEqual([]);
  });

  it("[C2] stays closed once the page has closed it", () => {
    const { states } = given();

    closeConnection();
    vi.advanceTimersByTime(120_000);

    expect([states.at(-1), PageSocket.opened.length]).toEqual(["closed", 1]);
  });
});
