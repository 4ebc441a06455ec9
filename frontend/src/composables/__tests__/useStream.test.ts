import { effectScope, nextTick, ref } from "vue";
import { describe, expect, it } from "vitest";
import { HandFedStream } from "@/testing/handFedStream";
import type { StreamUpdate } from "@/services/streams";
import { useStream } from "../useStream";

type Quote = StreamUpdate<"quotes">;
const quote = (lp: number): Quote => ({ s: "ok", n: "A", v: { lp } });

function given(symbol: string | null = "A") {
  const quotes = new HandFedStream<Quote>();
  const name = ref(symbol);
  const scope = effectScope();
  const heard: Quote[] = [];
  const used = scope.run(() =>
    useStream("quotes", () => (name.value === null ? null : { symbol: name.value }), {
      streams: { quotes },
      onUpdate: (update) => heard.push(update),
    }),
  );
  if (!used) throw new Error("the scope is gone");
  return {
    ...used,
    quotes,
    name,
    scope,
    heard,
    listener: () => [...quotes.listeners.values()].at(-1),
  };
}

describe("useStream", () => {
  it("shows the state and then each update", () => {
    const { latest, listener, heard } = given();
    expect(latest.value).toBeNull();
    listener()?.onReplace?.([quote(1), quote(2)]);
    expect(latest.value).toEqual(quote(2));
    listener()?.onUpdate(quote(3));
    expect(latest.value).toEqual(quote(3));
    expect(heard).toEqual([quote(3)]);
  });

  it("other params are another subscription, and the old value is gone", async () => {
    const { latest, listener, name, quotes } = given();
    listener()?.onUpdate(quote(1));
    name.value = "B";
    await nextTick();
    expect(latest.value).toBeNull();
    expect(quotes.asked).toEqual([{ symbol: "A" }, { symbol: "B" }]);
    expect(quotes.listeners.size).toBe(1);
  });

  it("null follows nothing, and nothing is asked twice", async () => {
    const { name, quotes } = given(null);
    expect(quotes.asked).toEqual([]);
    name.value = "A";
    await nextTick();
    expect(quotes.asked).toHaveLength(1);
  });

  it("tells how the stream fares", () => {
    const { status, listener } = given();
    expect(status.value.state).toBe("connecting");
    listener()?.onStatus?.({ state: "stale" });
    expect(status.value.state).toBe("stale");
  });

  it("asks anew, and ends with its component", () => {
    const { scope, quotes, ...used } = given();
    used.refresh();
    expect(quotes.refreshed).toBe(1);
    scope.stop();
    expect(quotes.listeners.size).toBe(0);
  });
});
