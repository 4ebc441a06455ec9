import { describe, expect, it } from "vitest";
import type { Listed } from "@/plugins/accountTypes";
import { ApiError } from "@/plugins/apiAnswer";
import { HandFedStream } from "@/testing/handFedStream";
import { ListedState } from "../listedState";

interface Item {
  id: string;
  n: number;
}
const item = (id: string, n = 1): Item => ({ id, n });
const listed = (seq: number, ...items: Item[]): Listed<Item> => ({
  items,
  at: { epoch: "e", seq },
  step: seq,
});

/** A state whose lists are answered one after the other. */
function given(...answers: (Listed<Item> | Error | Promise<Listed<Item>>)[]) {
  const stream = new HandFedStream<Item>();
  const heard: string[] = [];
  const list = () => {
    const answer = answers.shift() ?? new Error("no more lists");
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const state = new ListedState<Item>(
    { list, stream, accountId: "demo" },
    {
      changed: ({ id, n }) => heard.push(`${id}${n}`),
      lost: (items) => heard.push(`lost ${items.map(({ id }) => id).join()}`),
      status: ({ state: name }) => heard.push(name),
    },
  );
  const follower = () => [...stream.listeners.values()][0];
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { state, stream, heard, follower, settled };
}
const later = new ApiError("LEDGER_STARTING", "wait", 503);
const never = new ApiError("ACCOUNT_NOT_FOUND", "no such account", 404);

describe("a state that was listed", () => {
  it("[R6] is followed from the place of its list, and told of as it changes", async () => {
    const { state, stream, heard, follower } = given(listed(7, item("a")));
    const first = await state.values();

    follower()?.onUpdate(item("a", 2));
    follower()?.onUpdate(item("b"));

    expect([first, stream.froms]).toEqual([[item("a")], [{ epoch: "e", seq: 7 }]]);
    expect([heard, state.get("a"), state.tellingsOf("a")]).toEqual([["a2", "b1"], item("a", 2), 1]);
  });

  it("[R1] tells of a state that replaces it what differs, and what is lost", async () => {
    const { state, heard, follower } = given(listed(7, item("a"), item("b")));
    await state.values();

    follower()?.onReplace?.([item("a"), item("c")]);

    expect(heard).toEqual(["c1", "lost b"]);
  });

  it("comes by the stream where the list fails for now", async () => {
    const { state, stream, follower, settled } = given(later);
    await settled();

    follower()?.onReplace?.([item("a")]);

    expect([await state.values(), stream.froms]).toEqual([[item("a")], [undefined]]);
  });

  it("is refused for good by the list or by the stream", async () => {
    const byList = given(never);
    const byStream = given(later);
    await byStream.settled();
    const reason = { code: "forbidden", message: "not yours", temporary: false };

    byStream.follower()?.onStatus?.({ state: "failed", reason });

    await expect(byList.state.values()).rejects.toBe(never);
    await expect(byStream.state.values()).rejects.toMatchObject({ code: "forbidden" });
    expect(byStream.heard).toEqual(["failed"]);
  });

  it("[R6] read again tells what was missed, and is followed from there alone", async () => {
    const { state, stream, heard } = given(listed(7, item("a")), listed(9, item("a", 3)));
    await state.values();

    await state.read();
    await state.read();

    expect([heard, stream.listeners.size]).toEqual([["a3"], 1]);
    expect(stream.froms.map((from) => from?.seq)).toEqual([7, 9]);
  });

  it("is not read again when the stream has said more meanwhile", async () => {
    let answer: (list: Listed<Item>) => void = () => undefined;
    const slow = new Promise<Listed<Item>>((resolve) => (answer = resolve));
    const { state, heard, follower, stream } = given(listed(7, item("a")), slow);
    await state.values();
    const reading = state.read();

    follower()?.onUpdate(item("a", 5));
    answer(listed(7, item("a")));
    await reading;

    expect([heard, stream.froms.length]).toEqual([["a5"], 1]);
  });

  it("takes the newest of lists that were asked for at once", async () => {
    let answer: (list: Listed<Item>) => void = () => undefined;
    const slow = new Promise<Listed<Item>>((resolve) => (answer = resolve));
    const { state, heard, stream } = given(listed(7, item("a")), slow, listed(9, item("a", 3)));
    await state.values();
    const first = state.read();

    await state.read();
    answer(listed(8, item("a", 2)));
    await first;

    expect([heard, stream.froms.at(-1)?.seq, state.get("a")]).toEqual([["a3"], 9, item("a", 3)]);
  });

  it("tells of an item again when asked to, and of no unknown one", async () => {
    const { state, heard } = given(listed(7, item("a")));
    await state.values();

    state.tellAgain("a");
    state.tellAgain("x");

    expect([heard, state.tellingsOf("a")]).toEqual([["a1"], 1]);
  });

  it("tells nothing once it is closed", async () => {
    const { state, stream, heard, follower } = given(listed(7, item("a")), listed(8, item("z")));
    await state.values();
    const listener = follower();

    state.close();
    state.tellAgain("a");
    listener?.onUpdate(item("a"));
    listener?.onStatus?.({ state: "live" });
    await state.read();

    expect([heard, stream.listeners.size]).toEqual([[], 0]);
  });
});
