import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocketFallback } from "../wsFallback";

const AAPL = { symbol: "AAPL" };
const MSFT = { symbol: "MSFT" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream that is asked every 100 ms for the next of `values`, then for 0 for ever. */
function given(...values: (number | null)[]) {
  const heard: string[] = [];
  const stream = new WebSocketFallback(() => (values.length > 0 ? (values.shift() ?? null) : 0));
  const hear = (name: string) => (value: number) => heard.push(`${name}${value}`);
  return { stream, heard, hear };
}

describe("a stream without a server", () => {
  it("gives what its mocker has, and nothing where it has nothing", async () => {
    const { stream, heard, hear } = given(1, null, 2);

    const topic = await stream.subscribe("one", AAPL, hear("a"));
    vi.advanceTimersByTime(300);

    expect([topic, heard]).toEqual(['mock:{"symbol":"AAPL"}', ["a1", "a2"]]);
  });

  it("has no state that could be asked for anew", () => {
    const { stream, heard, hear } = given();

    stream.listen(AAPL, { onUpdate: hear("a") }).refresh();

    expect(heard).toEqual([]);
  });

  it("is live at once", () => {
    const { stream, hear } = given();
    const states: string[] = [];

    const handle = stream.listen(AAPL, {
      onUpdate: hear("a"),
      onStatus: ({ state }) => states.push(state),
    });

    expect([states, handle.status.state]).toEqual([["live"], "live"]);
  });

  it("feeds one listener of a name on a topic: the newer", () => {
    const { stream, heard, hear } = given(1);
    void stream.subscribe("one", AAPL, hear("older"));
    void stream.subscribe("one", AAPL, hear("newer"));

    vi.advanceTimersByTime(100);

    expect(heard).toEqual(["newer1"]);
  });

  it("ends one topic of a listener and leaves the others", async () => {
    const { stream, heard, hear } = given(1);
    const topic = await stream.subscribe("one", AAPL, hear("a"));
    void stream.subscribe("one", MSFT, hear("m"));

    void stream.unsubscribe("one", topic);
    void stream.unsubscribe("nobody");
    vi.advanceTimersByTime(100);

    expect(heard).toEqual(["m1"]);
  });

  it("ends by its handle, by its signal and by the end of all", () => {
    const { stream, heard, hear } = given();
    const abort = new AbortController();
    const handle = stream.listen(AAPL, { onUpdate: hear("a") });
    stream.listen(AAPL, { onUpdate: hear("b") }, { signal: abort.signal });
    void stream.subscribe("one", AAPL, hear("c"));

    void handle.close();
    abort.abort();
    vi.advanceTimersByTime(100);
    stream.destroy();
    vi.advanceTimersByTime(1000);

    expect(heard).toEqual(["c0"]);
  });

  it("does not begin when its signal has aborted before", () => {
    const { stream, heard, hear } = given();

    stream.listen(AAPL, { onUpdate: hear("a") }, { signal: AbortSignal.abort() });
    vi.advanceTimersByTime(1000);

    expect(heard).toEqual([]);
  });
});
