import { describe, expect, it } from "vitest";
import { Ear, StreamStage, TOPIC } from "@/testing/streamStage";
import { LAST_VALUE } from "../holding";

describe("opening", () => {
  it("[F8] pings first, with its clock", () => {
    const stage = new StreamStage();
    stage.client.connect();

    stage.socket.accept();

    const [ping] = stage.socket.messages().flat();
    expect(ping).toEqual({ type: "ping", payload: { t: stage.world.time } });
  });

  it("[F8] compares clocks and asks a stale page to reload", () => {
    const stage = new StreamStage();
    stage.live();
    const payload = { t: stage.world.time - 40, ts: stage.world.time + 980, contract: 2 };

    stage.socket.say({ type: "pong", payload });
    stage.update(1, 1, { ts: stage.world.time + 990 });

    const { clockOffsetMs, outdated, contract, lagMs } = stage.client.status;
    expect([clockOffsetMs, outdated, contract, lagMs]).toEqual([1000, true, 2, 10]);
  });

  it("[F4] ignores frame types of a newer server", () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.socket.say({ type: "list.merged" }, { type: "weather", payload: {} });
    stage.update(1, 1);

    expect(ear.heard).toEqual(["=", "1"]);
    expect(stage.client.status.rejected).toBe(0);
  });
});

describe("asking for the state", () => {
  it("[R6] goes on from what a listener has read, and takes all anew when told to", () => {
    const stage = new StreamStage();
    const from = { epoch: "e", seq: 4 };
    stage.client
      .add("list", "one", { name: "a" }, new Ear(), LAST_VALUE, from)
      .catch(() => undefined);
    stage.socket.accept();
    const asked = stage.asked();
    stage.ok(asked, { seq: 4, recovered: true });

    stage.client.refresh("list", { name: "a" });

    const again = { type: "list.subscribe", recover: { epoch: "", seq: 0 } };
    expect([asked, stage.asked()]).toMatchObject([{ recover: from }, again]);
  });
});

describe("subscribing", () => {
  it("[T3] resolves with the topic that the server names", async () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.ok(stage.asked(), { topic: "list:{named}" });

    await expect(ear.answered).resolves.toBe("list:{named}");
  });

  it("[T4] sends the subscriptions of one turn as one array", () => {
    const stage = new StreamStage();
    stage.client.connect();
    stage.socket.accept();
    stage.socket.messages();

    stage.listen("one", { name: "a" });
    stage.listen("one", { name: "b" });

    const messages = stage.socket.messages();
    expect(messages.map((frames) => frames.map(({ payload }) => payload))).toEqual([
      [{ name: "a" }, { name: "b" }],
    ]);
  });

  it("[T3] shares one subscription and one answer among its listeners", async () => {
    const stage = new StreamStage();
    const one = stage.listen("one");
    const two = stage.listen("two");
    stage.socket.accept();

    stage.ok(stage.asked());

    await expect(Promise.all([one.answered, two.answered])).resolves.toEqual([TOPIC, TOPIC]);
  });

  it("[T3] merges two spellings that the server names alike", () => {
    const stage = new StreamStage();
    const one = stage.live("one");
    const two = stage.listen("two", { name: "A" });

    stage.ok(stage.asked(), { held: true });
    stage.update(7, 1);

    expect([one.heard, two.heard]).toEqual([
      ["=", "7"],
      ["=", "7"],
    ]);
  });

  it("[T3] asks again when the other spelling's end was its own", () => {
    const stage = new StreamStage();
    stage.live("one", "lossless", 4);
    stage.listen("two", { name: "A" });
    stage.asked();
    void stage.client.remove("list", "two");

    stage.left(stage.asked());

    expect(stage.asked()).toMatchObject({
      payload: { name: "a" },
      recover: { epoch: "e", seq: 4 },
    });
  });

  it("[T3] ends a listener whose topic another spelling has already", async () => {
    const stage = new StreamStage();
    stage.listen("one", { name: "A" });
    stage.socket.accept();
    stage.ok(stage.asked());
    const two = stage.listen("two", { name: "a" });

    void stage.client.remove("list", "two", TOPIC);

    await expect(two.answered).rejects.toMatchObject({ code: "cancelled" });
    expect(stage.socket.frames().map(({ type }) => type)).toContain("list.unsubscribe");
  });

  it("[T3] another spelling ends the wait of a topic that was refused for now", () => {
    const stage = new StreamStage();
    stage.live("one", "lossless", 3);
    stage.status("ended", { code: "producer_failed", temporary: true });
    stage.listen("two", { name: "A" });

    stage.ok(stage.asked(), { seq: 5 });

    expect(stage.asked()).toMatchObject({
      payload: { name: "a" },
      recover: { epoch: "e", seq: 3 },
    });
  });

  it("[S5] gives n parts as one replace, then updates", () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.ok(stage.asked(), { seq: 5, snapshot: 2 });
    stage.update(1, 5, { snapshot: true });
    stage.update(2, 5, { snapshot: true });
    stage.update(3, 6);

    expect(ear.heard).toEqual(["=1,2", "3"]);
  });

  it("[S5] takes nothing else for a part", () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.ok(stage.asked(), { seq: 5, snapshot: 2 });
    stage.update(1, 5, { snapshot: true });
    stage.update(9, 6);

    expect(stage.asked()).toMatchObject({ recover: { epoch: "", seq: 0 } });
    expect(ear.heard).toEqual([]);
  });

  it("[S3] takes the state anew where the server held a subscription unknown here", () => {
    const stage = new StreamStage();
    stage.listen("one");
    stage.socket.accept();

    stage.ok(stage.asked(), { held: true, seq: 9 });

    expect(stage.asked()).toMatchObject({ recover: { epoch: "", seq: 0 } });
  });

  it("[R3] gives a late listener the newest value of each key, or of a series", () => {
    const stage = new StreamStage();
    const series = { key: null, keep: "newest" } as const;
    const nothing = { key: null, keep: "nothing" } as const;
    stage.client.connect();
    stage.socket.accept();
    [series, nothing].forEach((holds, n) => {
      stage.listen("one", { name: `${n}`, holds });
      stage.ok(stage.asked(), { topic: `list:{"name":"${n}"}` });
      const update = { topic: `list:{"name":"${n}"}`, payload: 1, seq: 1, ts: 0 };
      stage.socket.say({ type: "list.update", payload: update });
    });

    const late = ["0", "1"].map((name) => stage.listen("late", { name }).heard);

    expect(late).toEqual([["=1"], ["="]]);
  });

  it("[R3] gives a late listener what the client holds, as one replace", () => {
    const stage = new StreamStage();
    stage.live();
    stage.update(1, 1);

    const late = stage.listen("late");
    stage.update(2, 2);

    expect(late.heard).toEqual(["=1", "2"]);
  });

  it("[T1] refuses params that name no topic", async () => {
    const stage = new StreamStage();
    const answered = stage.client.add("list", "one", { price: 0.5 }, new Ear(), {
      key: null,
      keep: "all",
    });

    await expect(answered).rejects.toMatchObject({ code: "invalid_payload" });
  });
});

describe("receiving", () => {
  it("[U1] asks for what is missing from the position it holds", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    stage.update(1, 1);

    stage.update(3, 3);

    expect(stage.asked()).toMatchObject({ recover: { epoch: "e", seq: 1 } });
    expect(ear.heard).toEqual(["=", "1"]);
  });

  it("[R3] drops what it has had", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "lossless", 4);

    stage.update(4, 4);
    stage.update(5, 5);

    expect(ear.heard).toEqual(["=", "5"]);
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[U2] takes skipped updates as sent, and counts them", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "latest");

    stage.update(4, 4, { skipped: 3 });
    stage.world.advance(1000);
    stage.update(5, 5);

    expect(ear.heard).toEqual(["=", "4", "5"]);
    expect(stage.client.status.skipped).toBe(3);
  });

  it("[U2] tells of a gap before the update that carries it", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "latest");

    stage.update(4, 4, { skipped: 3, gap: true });

    expect(ear.heard).toEqual(["=", "gap", "4"]);
  });

  it("[U3] gives what is still held in order, after saying that older ones are gone", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "recent", 2);

    stage.update(6, 6, { skipped: 3, gap: true });
    stage.update(7, 7);

    expect(ear.heard).toEqual(["=", "gap", "6", "7"]);
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[R3] goes from recovery to a fresh snapshot to failure, at one position", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    stage.update(9, 2);
    const recovery = stage.asked() as { recover?: unknown; id: number };
    stage.ok(recovery, { recovered: true });
    stage.update(9, 2);
    const fresh = stage.asked() as { recover?: unknown; id: number };
    stage.ok(fresh, { epoch: "f" });

    stage.update(9, 2);

    expect([recovery.recover, fresh.recover]).toEqual([
      { epoch: "e", seq: 0 },
      { epoch: "", seq: 0 },
    ]);
    expect(stage.asked().type).toBe("list.unsubscribe");
    expect(ear.states.at(-1)).toBe("failed incompatible_update");
  });

  it("[R7] drops and counts a frame that does not fit, and goes on", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "latest");

    stage.update("text", 1);
    stage.update(2, 2);

    expect(ear.heard).toEqual(["=", "2"]);
    expect(stage.client.status.rejected).toBe(1);
  });

  it("[R7] does not move on a lossless topic: one resync, then failed", () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.update("text", 1);
    stage.ok(stage.asked(), { recovered: true });
    stage.update("text", 1);

    expect(ear.states.at(-1)).toBe("failed incompatible_update");
    expect(ear.heard).toEqual(["="]);
  });

  it("[R7] counts what is no frame at all", () => {
    const stage = new StreamStage();
    stage.live();

    stage.socket.sayText("hello");
    stage.socket.sayText(new ArrayBuffer(2));
    stage.socket.sayText('{"type":"list.update","payload":{"payload":1}}');

    expect(stage.client.status.rejected).toBe(2);
  });

  it("[R7] fails a request whose answer does not fit", async () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.socket.say({ type: "list.subscribe.response", id: stage.asked().id, payload: {} });

    await expect(ear.answered).rejects.toMatchObject({ code: "incompatible_response" });
  });

  it("[E4] tells when a topic is stale and live again", () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.status("stale", { code: "no_updates" });
    stage.status("live");

    expect(ear.states).toEqual([
      "connecting",
      "offline",
      "connecting",
      "live",
      "stale no_updates",
      "live",
    ]);
  });

  it("[E4] keeps what was said of a topic before its snapshot was complete", () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.ok(stage.asked(), { snapshot: 1 });
    stage.status("stale", { code: "no_updates" });
    stage.update(1, 0, { snapshot: true });

    expect(ear.states.at(-1)).toBe("stale no_updates");
  });

  it("[R5] comes back to a topic that ended for now, where it stopped", () => {
    const stage = new StreamStage();
    const ear = stage.live("one", "lossless", 3);

    stage.status("ended", { code: "producer_failed", temporary: true });
    stage.world.advance(1000);

    expect(ear.states.at(-2)).toBe("ended producer_failed");
    expect(stage.asked()).toMatchObject({ recover: { epoch: "e", seq: 3 } });
  });

  it("[R5] fails when a topic ended for good", () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.status("ended", { code: "replay_ended", temporary: false });
    stage.world.advance(60_000);

    expect(ear.states.at(-1)).toBe("failed replay_ended");
    expect(stage.socket.frames()).toEqual([]);
  });
});

describe("the connection of a client", () => {
  it("[R4] is told to whoever watches, and hurried by whoever asks", () => {
    const stage = new StreamStage();
    const states: string[] = [];
    const stop = stage.client.onStatus(({ state }) => states.push(state));
    stage.client.connect();
    stage.socket.cut();

    stage.client.retryNow();
    stop();
    stage.socket.accept();

    expect(states).toEqual(["connecting", "connecting", "offline", "connecting"]);
    expect(stage.client.status).toMatchObject({ state: "live", attempts: 1 });
  });

  it("[R5] is given up when a request goes unanswered, though updates come", () => {
    const stage = new StreamStage();
    stage.live();
    stage.listen("one", { name: "b" });
    stage.world.advance(9000);
    stage.update(1, 1);

    stage.world.advance(1000);

    expect(stage.client.status.reason).toBe("a request went unanswered");
  });

  it("[C2] ends with its listeners when the page closes it", async () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.client.close();
    const late = stage.listen("two");

    expect(ear.states.at(-1)).toBe("failed connection_closed");
    await expect(late.answered).rejects.toMatchObject({ message: "closed by this page" });
    expect(stage.socket.closedByClient).toBe(true);
  });

  it("[C3] says that the server is going to restart while it still delivers", () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.socket.say({ type: "server.draining", payload: { grace_ms: 1 } });
    stage.update(1, 1);

    expect([stage.client.status.reason, ear.heard]).toEqual([
      "the server is restarting",
      ["=", "1"],
    ]);
  });

  it("counts the topics that somebody listens to, left ones no more", async () => {
    const stage = new StreamStage();
    stage.live();
    const before = stage.client.status.topics;

    const leaving = stage.client.remove("list", "one");
    stage.left(stage.asked());
    await leaving;

    expect([before, stage.client.status.topics]).toEqual([1, 0]);
  });

  it("[R3] reports what a listener throws", () => {
    const stage = new StreamStage();
    const error = new Error("listener");
    const ear = new Ear();
    ear.onUpdate = () => {
      throw error;
    };
    stage.listen("one", { ear });
    stage.socket.accept();
    stage.ok(stage.asked());

    stage.update(1, 1);

    expect(stage.world.reported).toEqual([error]);
  });
});
