import { describe, expect, it } from "vitest";
import { Ear, StreamStage } from "@/testing/streamStage";

/** What stream clients are known to get wrong; each was seen in the field. */
describe("defects that must not come back", () => {
  it("[R4] an attempt that succeeds late is a success", () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    for (let attempt = 0; attempt < 7; attempt += 1) {
      stage.socket.cut();
      stage.awaitRetry();
    }

    stage.socket.accept();
    stage.ok(stage.asked());

    expect(stage.client.status.state).toBe("live");
    expect(ear.states.at(-1)).toBe("live");
  });

  it("[R5] a subscribe that was cut off is settled by the next connection", async () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();
    stage.asked();

    stage.reconnect();
    stage.ok(stage.asked());

    await expect(ear.answered).resolves.toContain("list:");
  });

  it("[R3] one name may listen on two routes: ending one leaves the other", () => {
    const stage = new StreamStage();
    stage.live("guid");
    const other = new Ear();
    void stage.client.add("other", "guid", { name: "a" }, other, { key: null, keep: "all" });
    stage.asked();

    void stage.client.remove("list", "guid");

    expect(stage.asked().type).toBe("list.unsubscribe");
  });

  it("[R3] a lost socket is one event: each topic is asked for once", () => {
    const stage = new StreamStage();
    stage.live();
    const lost = stage.socket;

    lost.cut();
    lost.cut();
    stage.awaitRetry();
    stage.socket.accept();

    expect(stage.world.sockets).toHaveLength(2);
    expect(stage.asked().type).toBe("list.subscribe");
  });

  it("[C2] closed by the page is closed: nothing comes back, listeners are told", async () => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.client.close();
    stage.world.advance(120_000);

    expect(stage.world.sockets).toHaveLength(1);
    expect(ear.states.at(-1)).toBe("failed connection_closed");
    await expect(stage.listen("late").answered).rejects.toMatchObject({
      code: "connection_closed",
    });
  });

  it("[R3] the last one leaves and another comes at once: one new request, the old answer ignored", () => {
    const stage = new StreamStage();
    stage.live("one");
    void stage.client.remove("list", "one");
    const ear = stage.listen("two");
    const [unsubscribe, subscribe] = stage.socket.frames() as { id: number; type: string }[];

    stage.left(unsubscribe ?? { id: 0 });
    stage.ok(subscribe ?? { id: 0 }, { seq: 8 });
    stage.update(9, 9);

    expect(ear.heard).toEqual(["=", "=", "9"]);
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[R3] what an older connection still says is not heard", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    const old = stage.socket;
    stage.reconnect();
    stage.ok(stage.asked(), { epoch: "f" });

    old.say({
      type: "list.update",
      payload: { topic: 'list:{"name":"a"}', payload: 9, seq: 1, ts: 0 },
    });
    old.cut();

    expect(ear.heard).toEqual(["=", "="]);
    expect(stage.client.status.state).toBe("live");
  });

  it("[R5] a permanent refusal rejects and is not repeated", async () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();

    stage.no(stage.asked(), "unknown_symbol");
    stage.reconnect();

    await expect(ear.answered).rejects.toMatchObject({ code: "unknown_symbol", temporary: false });
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[R5] a temporary refusal is repeated after a backoff, and not after leaving", () => {
    const stage = new StreamStage();
    stage.listen("one");
    stage.socket.accept();
    stage.no(stage.asked(), "topic_failed", true);
    stage.world.advance(1000);
    stage.no(stage.asked(), "topic_failed", true);

    void stage.client.remove("list", "one");
    stage.world.advance(60_000);

    expect(stage.socket.frames()).toEqual([]);
  });

  it("[R5] a topic that is refused again and again is asked for ever more rarely", () => {
    const stage = new StreamStage();
    stage.world.nextRandom = 1;
    stage.listen("one");
    stage.socket.accept();

    const asked = [1000, 2000, 4000].map((wait) => {
      stage.no(stage.asked(), "topic_failed", true);
      stage.world.advance(wait - 1);
      const early = stage.socket.frames().length;
      stage.world.advance(1);
      return early;
    });

    expect(asked).toEqual([0, 0, 0]);
    expect(stage.asked().type).toBe("list.subscribe");
  });

  it("[R5] a cut ends the wait of a refused topic: an older wait does not ask early", () => {
    const stage = new StreamStage();
    stage.listen("one");
    stage.socket.accept();
    stage.world.nextRandom = 1;
    stage.no(stage.asked(), "topic_failed", true);
    stage.world.nextRandom = 0.5;
    stage.reconnect();
    stage.world.nextRandom = 1;
    stage.no(stage.asked(), "topic_failed", true);

    stage.world.advance(999);
    const early = stage.socket.frames();
    stage.world.advance(1);

    expect(early).toEqual([]);
    expect(stage.asked().type).toBe("list.subscribe");
  });

  it("[R3] a listener that throws is reported and stops nobody", () => {
    const stage = new StreamStage();
    const thrower = new Ear();
    thrower.onUpdate = () => {
      throw new Error("broken listener");
    };
    stage.listen("one", { ear: thrower });
    const ear = stage.live("two");

    stage.update(1, 1);
    stage.update(2, 2);

    expect(ear.heard).toEqual(["=", "1", "2"]);
    expect(stage.world.reported).toHaveLength(2);
  });

  it("[R3] a listener that another one removes is not called any more", () => {
    const stage = new StreamStage();
    const remover = new Ear();
    remover.onUpdate = () => void stage.client.remove("list", "two");
    stage.listen("one", { ear: remover });
    const removed = stage.live("two");

    stage.update(1, 1);

    expect(removed.heard).toEqual(["="]);
  });

  it("[R4] never gives up: the wait grows to its ceiling and stays", () => {
    const stage = new StreamStage();
    stage.world.nextRandom = 1;
    stage.client.connect();
    const waits = Array.from({ length: 8 }, () => {
      stage.socket.cut();
      const wait = (stage.client.status.retryAt ?? 0) - stage.world.time;
      stage.world.advance(wait);
      return wait;
    });

    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("[R5] the answers of a hundred topics do not wait for each other", () => {
    const stage = new StreamStage();
    const ears = Array.from({ length: 100 }, (_, n) => stage.listen("one", { name: `t${n}` }));
    stage.socket.accept();
    const frames = stage.socket.frames() as { id: number; payload: { name: string } }[];

    const [last] = frames.slice(-1);
    stage.ok({ id: last?.id ?? 0 }, { topic: `list:{"name":"t99"}` });

    expect(frames).toHaveLength(100);
    expect(ears.at(-1)?.states.at(-1)).toBe("live");
  });

  it("[R5] an answer that does not come means a new connection", () => {
    const stage = new StreamStage();
    stage.listen("one");
    stage.socket.accept();
    const silent = stage.socket;

    stage.world.advance(10_000);
    stage.world.advance(1000);

    expect(silent.closedByClient).toBe(true);
    expect(stage.world.sockets).toHaveLength(2);
  });
});

describe("leaving", () => {
  it("[S1] hears nothing after it has left", async () => {
    const stage = new StreamStage();
    const ear = stage.live();

    const done = stage.client.remove("list", "one");
    stage.update(1, 1);
    stage.left(stage.asked());
    stage.update(2, 2);

    await done;
    expect(ear.heard).toEqual(["="]);
  });

  it("[R5] a pending unsubscribe is settled by a cut, and not repeated", async () => {
    const stage = new StreamStage();
    stage.live();
    const done = stage.client.remove("list", "one");
    stage.asked();

    stage.reconnect();

    await expect(done).resolves.toBeUndefined();
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[R5] a subscribe whose last listener left rejects", async () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");

    void stage.client.remove("list", "one");
    stage.socket.accept();

    await expect(ear.answered).rejects.toMatchObject({ code: "cancelled" });
    expect(stage.socket.frames()).toEqual([]);
  });

  it("[S3] takes the server's not_subscribed for done", async () => {
    const stage = new StreamStage();
    stage.live();

    const done = stage.client.remove("list", "one");
    stage.no(stage.asked(), "not_subscribed");

    await expect(done).resolves.toBeUndefined();
    expect(stage.client.status.topics).toBe(0);
  });

  it("[R3] ends one topic of a listener, or all of them", () => {
    const stage = new StreamStage();
    stage.client.connect();
    stage.socket.accept();
    ["a", "b", "c"].forEach((name) => stage.listen("one", { name }));
    stage.socket.frames();

    void stage.client.remove("list", "one", 'list:{"name":"b"}');
    const first = stage.asked().payload;
    void stage.client.remove("list", "one");

    expect(first).toEqual({ name: "b" });
    expect(stage.socket.frames().map(({ payload }) => payload)).toEqual([
      { name: "a" },
      { name: "c" },
    ]);
  });
});

describe("coming back", () => {
  it("[R1] goes on where it stopped", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    stage.update(1, 1);

    stage.reconnect();
    const request = stage.asked();
    stage.ok(request, { seq: 1, recovered: true });
    stage.update(2, 2);

    expect(request).toMatchObject({ recover: { epoch: "e", seq: 1 } });
    expect(ear.heard).toEqual(["=", "1", "2"]);
  });

  it("[R1] replaces the state where the server cannot go on", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    stage.update(1, 1);

    stage.reconnect();
    stage.ok(stage.asked(), { epoch: "f", seq: 7, snapshot: 1 });
    stage.update(6, 7, { snapshot: true });

    expect(ear.heard).toEqual(["=", "1", "=6"]);
  });

  it("[R3] asks for the state anew where the snapshot was cut", () => {
    const stage = new StreamStage();
    stage.listen("one");
    stage.socket.accept();
    stage.ok(stage.asked(), { seq: 5, snapshot: 2 });
    stage.update(1, 5, { snapshot: true });

    stage.reconnect();

    expect(stage.asked()).not.toHaveProperty("recover");
  });

  it("[R5] a topic refused for good is told, and asked for again only by a new listener", () => {
    const stage = new StreamStage();
    const ear = stage.live();
    stage.reconnect();
    stage.no(stage.asked(), "forbidden");
    stage.reconnect();
    const silent = stage.socket.frames();

    stage.listen("two");

    expect(silent).toEqual([]);
    expect(ear.states).toContain("failed forbidden");
    expect(stage.asked().type).toBe("list.subscribe");
  });

  it("[R5] a resubscribe refused for now is repeated from the same position", () => {
    const stage = new StreamStage();
    stage.live("one", "lossless", 3);
    stage.reconnect();
    stage.no(stage.asked(), "topic_failed", true);

    stage.world.advance(1000);

    expect(stage.asked()).toMatchObject({ recover: { epoch: "e", seq: 3 } });
  });
});
