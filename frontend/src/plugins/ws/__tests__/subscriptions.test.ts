import { beforeEach, describe, expect, it } from "vitest";
import { Ear } from "@/testing/streamStage";
import { LAST_VALUE } from "../holding";
import type { Frame, SubscribeOk } from "../messages";
import { Subscriptions, type TopicRequest } from "../subscriptions";

const OK = { status: "ok", delivery: "latest", epoch: "e", seq: 0 } as const;
const FOR_GOOD = { code: "unknown_symbol", message: "no X", temporary: false };
const FOR_NOW = { ...FOR_GOOD, temporary: true };

/** The line to a server that answers when the test says so. */
class Line {
  isConnected = true;
  readonly frames: Frame[] = [];
  readonly requests: TopicRequest[] = [];
  readonly waits: (() => void)[] = [];

  connected = () => this.isConnected;
  request = (frame: Frame, request: TopicRequest): number => {
    this.frames.push(frame);
    return this.requests.push(request) - 1;
  };
  afterBackoff = (_attempt: number, run: () => void): (() => void) => {
    this.waits.push(run);
    return () => void this.waits.splice(this.waits.indexOf(run), 1);
  };
  now = (): number => 0;
  age = (): null => null;
  report = (error: unknown): void => {
    throw error;
  };
  /** The types of all frames so far. */
  sent(): string[] {
    return this.frames.map(({ type }) => type);
  }
}

let line: Line;
let all: Subscriptions;

beforeEach(() => {
  line = new Line();
  all = new Subscriptions(line);
});

function listen(id: string, name: string, route = "list"): { ear: Ear; answered: Promise<string> } {
  const ear = new Ear();
  const answered = all.add(route, id, { name }, ear, LAST_VALUE);
  answered.catch(() => undefined);
  return { ear, answered };
}

/** Answers request number `id` with ok and the topic that the server names. */
function accept(id: number, topic: string, rest: Partial<SubscribeOk> = {}): void {
  const ok = { ...OK, topic, snapshot: 0, recovered: false, held: false, ...rest };
  all.accept(id, line.requests[id] as TopicRequest, ok);
}

function refuse(id: number, refusal = FOR_GOOD): void {
  all.refuse(id, line.requests[id] as TopicRequest, refusal);
}

function left(id: number, topic?: string): void {
  const request = line.requests[id] as TopicRequest;
  all.left(id, request.subscription, topic);
  request.done?.();
}

function update(topic: string, seq: number, route = "list"): void {
  all.update(route, { topic, payload: seq, seq, ts: 0 }, true);
}

describe("the subscriptions of one socket", () => {
  it("[T3] ask once for a topic, however many listen, and name it to all", async () => {
    const [one, two] = [listen("one", "a"), listen("two", "a")];
    accept(0, "A");

    expect(await Promise.all([one.answered, two.answered])).toEqual(["A", "A"]);
    expect(all.size).toBe(1);
    expect(line.frames).toEqual([{ type: "list.subscribe", payload: { name: "a" } }]);
  });

  it("[T3] find an update's listeners by the topic that the server named, on its route", () => {
    const [a, b] = [listen("one", "a"), listen("one", "b")];
    accept(0, "A");
    accept(1, "B");

    update("B", 1);
    update("A", 1, "other");
    update("unknown", 1);

    expect([a.ear.heard, b.ear.heard]).toEqual([["="], ["=", "1"]]);
  });

  it("[E4] tell the listeners of a topic how it fares, on its route", () => {
    const { ear } = listen("one", "a");
    accept(0, "A");

    all.status("other", { topic: "A", state: "stale" });
    all.status("list", { topic: "A", state: "stale" });

    expect(ear.states).toEqual(["connecting", "connecting", "live", "stale"]);
  });

  it("[T3] merge two spellings that the server names alike", async () => {
    const [one, two] = [listen("one", "a"), listen("two", "A")];
    accept(0, "same");
    update("same", 1);
    accept(1, "same", { held: true });
    update("same", 2);

    expect(await two.answered).toBe("same");
    expect([one.ear.heard, two.ear.heard]).toEqual([
      ["=", "1", "2"],
      ["=1", "2"],
    ]);
    expect(all.size).toBe(1);
  });

  it("[T3] ask anew for a topic that another spelling's answer opened again", () => {
    listen("one", "a");
    listen("two", "A");
    accept(0, "same");
    accept(1, "same");

    expect(line.frames.at(-1)).toMatchObject({ recover: { epoch: "e", seq: 0 } });
  });

  it("[T3] ask anew for a topic that another spelling's leaving ended", async () => {
    listen("one", "a");
    listen("two", "A");
    const leaving = all.remove("list", "two");
    accept(0, "same");
    left(2, "same");

    await leaving;
    expect(line.sent().slice(2)).toEqual(["list.unsubscribe", "list.subscribe"]);
  });

  it("[R3] leave a topic with its last listener, and hear it no more", async () => {
    const { ear } = listen("one", "a");
    listen("two", "a");
    accept(0, "A");
    await all.remove("list", "two");
    const leaving = all.remove("list", "one");
    update("A", 1);
    left(1, "A");
    await leaving;

    expect(line.sent()).toEqual(["list.subscribe", "list.unsubscribe"]);
    expect([ear.heard, all.size]).toEqual([["="], 0]);
  });

  it("[R3] end what a listener names: one topic, or all of one route", async () => {
    ["a", "b", "c"].forEach((name) => listen("one", name));
    listen("one", "d", "other");
    [0, 1, 2, 3].forEach((id) => accept(id, `T${id}`));

    const one = all.remove("list", "one", "T0");
    left(4);
    await one;
    void all.remove("list", "one");

    expect(line.sent().slice(4)).toEqual(Array(3).fill("list.unsubscribe"));
    expect(line.requests.slice(4).map(({ subscription }) => subscription.topic)).toEqual([
      "T0",
      "T1",
      "T2",
    ]);
  });

  it("[S3] take a refused unsubscribe for done", async () => {
    listen("one", "a");
    accept(0, "A");
    const leaving = all.remove("list", "one");
    refuse(1);
    line.requests[1]?.done?.();

    await leaving;
    expect(all.size).toBe(0);
  });

  it("[R3] ask for each topic once after a cut, from where it stood", () => {
    listen("one", "a");
    listen("one", "b");
    accept(0, "A");
    update("A", 1);
    line.isConnected = false;
    all.cut();
    line.isConnected = true;
    all.open();
    all.open();

    expect(line.frames.slice(2)).toEqual([
      { type: "list.subscribe", payload: { name: "a" }, recover: { epoch: "e", seq: 1 } },
      { type: "list.subscribe", payload: { name: "b" } },
    ]);
  });

  it("[R5] forget a refused topic that nobody else listens to", async () => {
    const { answered } = listen("one", "a");
    refuse(0);

    await expect(answered).rejects.toMatchObject({ code: "unknown_symbol" });
    expect(all.size).toBe(0);
  });

  it("[R5] ask again after a temporary refusal, unless everybody has left", () => {
    listen("one", "a");
    listen("two", "b");
    refuse(0, FOR_NOW);
    refuse(1, FOR_NOW);
    void all.remove("list", "two");

    line.waits.splice(0).forEach((run) => run());

    expect(line.frames.slice(2)).toEqual([{ type: "list.subscribe", payload: { name: "a" } }]);
  });

  it("[C2] fail all when there will be no other connection, and who comes later", async () => {
    const { ear } = listen("one", "a");
    accept(0, "A");

    all.end(FOR_GOOD);

    expect(ear.states.at(-1)).toBe("failed unknown_symbol");
    await expect(listen("two", "b").answered).rejects.toMatchObject({ code: "unknown_symbol" });
  });
});

describe("listeners that have read a list (rule R6)", () => {
  const AT = { epoch: "e", seq: 7 };
  const join = (id: string, from?: object): Ear => {
    const ear = new Ear();
    const position = from as typeof AT | undefined;
    all.add("list", id, { name: "a" }, ear, LAST_VALUE, position).catch(() => undefined);
    return ear;
  };

  it("[R6] the first goes on from its position", () => {
    const ear = join("one", AT);
    accept(0, "list:a", { recovered: true, seq: 7 });
    update("list:a", 8);

    expect([line.frames[0], ear.heard]).toMatchObject([{ recover: AT }, ["8"]]);
  });

  it("[R6] the second needs the state, and all get it", () => {
    const first = join("one", AT);
    accept(0, "list:a", { recovered: true, seq: 7 });
    const second = join("two", AT);
    accept(1, "list:a", { seq: 7 });

    expect(line.frames[1]).toMatchObject({ recover: { epoch: "", seq: 0 } });
    expect([first.heard, second.heard]).toEqual([["="], ["="]]);
  });

  it("[R6] the second needs no new state where one is on its way or here", () => {
    join("one");
    join("two");
    accept(0, "list:a", { seq: 7 });
    join("three");

    expect(line.sent()).toEqual(["list.subscribe"]);
  });

  it("[R6] the state is asked for who turns out to have another spelling", () => {
    join("one", AT);
    listen("two", "A");
    accept(0, "list:a", { recovered: true, seq: 7 });
    accept(1, "list:a", { held: true, seq: 7 });

    expect(line.frames.at(-1)).toMatchObject({ recover: { epoch: "", seq: 0 } });
  });

  it("[R6] one that left before its answer has opened the other spelling's topic anew", () => {
    listen("two", "A");
    accept(0, "list:a", { snapshot: 2, seq: 7 });
    join("one", AT);
    void all.remove("list", "one");
    accept(1, "list:a", { snapshot: 2, seq: 7 });

    expect(line.sent().at(-1)).toBe("list.subscribe");
  });

  it("[R6] one that comes while the last leaves brings its own state", () => {
    join("one");
    accept(0, "list:a", { seq: 5 });
    update("list:a", 6);
    void all.remove("list", "one");
    const ear = join("two", AT);
    accept(2, "list:a", { recovered: true, seq: 7 });

    expect([line.frames[2], ear.heard]).toMatchObject([{ recover: AT }, []]);
  });

  it("asks for the state of one topic anew", () => {
    join("one");
    accept(0, "list:a", { seq: 5 });
    all.refresh("list", { name: "a" });
    all.refresh("list", { name: "unknown" });

    expect(line.frames.slice(1)).toMatchObject([{ recover: { epoch: "", seq: 0 } }]);
  });
});

describe("reading all topics", () => {
  it("tells where each is, and where it will go on", () => {
    void listen("one", "a");
    void listen("two", "b");
    void listen("three", "a");
    accept(0, "list:a", { seq: 5 });
    update("list:a", 6);
    all.update("list", { topic: "list:a", payload: 8, seq: 8, ts: 0, skipped: 1, gap: true }, true);

    const [a, b] = all.read();

    const counts = { listeners: 2, updates: 2, skipped: 1, gaps: 1, cuts: 0 };
    expect(a).toMatchObject({ params: { name: "a" }, position: { epoch: "e", seq: 8 }, ...counts });
    expect([b?.status.state, b?.position]).toEqual(["connecting", null]);
    all.cut();
    expect(all.read()[0]).toMatchObject({ cuts: 1, position: { seq: 8 } });
  });
});

describe("a topic whose state is elsewhere", () => {
  it("[R3] asks for it anew when somebody comes late, and all get it", () => {
    const ears = [new Ear(), new Ear()];
    const rule = { key: null, keep: "elsewhere" } as const;
    const join = (id: number): void =>
      void all.add("list", String(id), { name: "a" }, ears[id] as Ear, rule).catch(() => undefined);
    join(0);
    accept(0, "list:a", { seq: 5 });
    update("list:a", 6);

    join(1);
    accept(1, "list:a", { seq: 6 });

    expect(line.frames[1]).toMatchObject({ recover: { epoch: "", seq: 0 } });
    expect(ears.map(({ heard }) => heard)).toEqual([["=", "6", "="], ["="]]);
  });
});
