import { describe, expect, it } from "vitest";
import { Ear } from "@/testing/streamStage";
import { LAST_VALUE } from "../holding";
import { Listeners } from "../listeners";
import type { Update } from "../messages";

const REFUSAL = { code: "unknown_symbol", message: "no X", temporary: false };
const update = (payload: unknown): Update => ({ topic: "t", payload, seq: 1, ts: 0 });

function given() {
  const reported: unknown[] = [];
  const listeners = new Listeners(LAST_VALUE, (error) => reported.push(error));
  return { reported, listeners };
}

describe("the listeners of a topic", () => {
  it("[R3] hear the state, each update and gaps, all of them", () => {
    const { listeners } = given();
    const ears = [new Ear(), new Ear()];
    ears.forEach((ear, index) => void listeners.add(String(index), ear, "t"));

    listeners.replace([1, 2]);
    listeners.gap();
    listeners.update(update(3));

    expect(ears.map(({ heard }) => heard)).toEqual([
      ["=1,2", "gap", "3"],
      ["=1,2", "gap", "3"],
    ]);
  });

  it("[R3] start with what is held when they come late, but not before there is a state", () => {
    const { listeners } = given();
    const [early, late] = [new Ear(), new Ear()];
    void listeners.add("early", early, null);
    listeners.status({ state: "stale" });
    listeners.replace([1]);
    listeners.update(update(2));

    void listeners.add("late", late, "t");

    expect([early.heard, late.heard]).toEqual([["=1", "2"], ["=2"]]);
    expect(late.states).toEqual(["stale"]);
  });

  it("[R3] never count as served from here where the state is elsewhere", () => {
    const listeners = new Listeners({ key: null, keep: "elsewhere" }, () => undefined);
    const [early, late] = [new Ear(), new Ear()];
    void listeners.add("early", early, "t");
    listeners.replace([1]);
    listeners.update(update(2));

    void listeners.add("late", late, "t");

    expect([listeners.isComplete, early.heard, late.heard]).toEqual([false, ["=1", "2"], []]);
  });

  it("[R6] bring the state themselves once it is forgotten", () => {
    const { listeners } = given();
    listeners.replace([1]);
    const before = listeners.isComplete;

    listeners.forgetState();
    const ear = new Ear();
    void listeners.add("one", ear, "t");

    expect([before, listeners.isComplete, ear.heard]).toEqual([true, false, []]);
  });

  it("[R3] of one name are one: the newer takes the older one's place", async () => {
    const { listeners } = given();
    const [older, newer] = [new Ear(), new Ear()];
    const answered = listeners.add("one", older, null);
    void listeners.add("one", newer, "t");

    listeners.update(update(1));

    await expect(answered).rejects.toMatchObject({ code: "cancelled" });
    expect([listeners.size, older.heard, newer.heard]).toEqual([1, [], ["1"]]);
  });

  it("[T3] resolve with the name that the server gives, late ones at once", async () => {
    const { listeners } = given();
    const waiting = listeners.add("one", new Ear(), null);
    const known = listeners.add("two", new Ear(), "t");

    listeners.confirm("t");

    expect(await Promise.all([waiting, known])).toEqual(["t", "t"]);
  });

  it("[R5] that wait are refused and gone when the topic failed, others stay and are told", async () => {
    const { listeners } = given();
    const ear = new Ear();
    void listeners.add("joined", ear, "t");
    const refused = listeners.add("waiting", new Ear(), null);

    listeners.status({ state: "failed", reason: REFUSAL });

    await expect(refused).rejects.toMatchObject(REFUSAL);
    expect([listeners.has("joined"), listeners.has("waiting")]).toEqual([true, false]);
    expect(ear.states).toEqual(["connecting", "failed unknown_symbol"]);
  });

  it("[R3] that throw or leave while an update is handed on harm nobody", () => {
    const { reported, listeners } = given();
    const error = new Error("listener");
    const last = new Ear();
    const onUpdate = (): void => {
      listeners.remove("leaver");
      throw error;
    };
    void listeners.add("thrower", { onUpdate, onReplace: () => undefined }, "t");
    const leaver = new Ear();
    void listeners.add("leaver", leaver, "t");
    void listeners.add("last", last, "t");

    listeners.update(update(1));

    expect([leaver.heard, last.heard, reported]).toEqual([[], ["1"], [error]]);
  });

  it("[T3] move to another spelling's, who waits and who does not", async () => {
    const [from, to] = [given().listeners, given().listeners];
    const joined = new Ear();
    const waiting = from.add("waiting", new Ear(), null);
    void from.add("joined", joined, "t");
    to.replace([7]);

    from.moveTo(to, "named");
    to.update(update(8));

    expect([await waiting, from.size, to.size]).toEqual(["named", 0, 2]);
    expect(joined.heard).toEqual(["=7", "8"]);
  });
});
