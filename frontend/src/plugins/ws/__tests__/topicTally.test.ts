import { describe, expect, it } from "vitest";
import { StreamStage } from "@/testing/streamStage";
import { TopicTally } from "../topicTally";

const UPDATE = { topic: "list:{}", payload: 1, seq: 1, ts: 0 };

/** A live topic whose clock is compared: the server's is this one. */
function given() {
  const stage = new StreamStage();
  stage.live("one", "latest");
  stage.socket.say({
    type: "pong",
    payload: { t: stage.world.time, ts: stage.world.time, contract: 1 },
  });
  const read = () => {
    const [reading] = stage.client.readTopics();
    if (reading === undefined) throw new Error("expected one topic, got none");
    return reading;
  };
  return { stage, read };
}

describe("what a page reads of a topic", () => {
  it("is nothing before the first update, and says what was asked", () => {
    const { read } = given();

    expect(read()).toMatchObject({
      route: "list",
      params: { name: "a" },
      listeners: 1,
      updates: 0,
    });
    expect([read().lastUpdateAt, read().lag]).toEqual([null, null]);
    expect([read().status.state, read().position]).toEqual(["live", { epoch: "e", seq: 0 }]);
  });

  it("[U2] counts updates, and those that newer ones overtook", () => {
    const { stage, read } = given();

    stage.update(1, 1);
    stage.update(5, 5, { skipped: 3, gap: true });

    const { updates, skipped, gaps, position } = read();
    expect([updates, skipped, gaps, position?.seq]).toEqual([2, 3, 1, 5]);
  });

  it("tells how old an update was when it came", () => {
    const { stage, read } = given();

    stage.update(1, 1, { ts: stage.world.time - 40 });
    stage.world.advance(12_000);

    expect(read().lag).toEqual({ newest: 40, p50: 40, p99: 40 });
    expect(stage.world.time - (read().lastUpdateAt ?? 0)).toBe(12_000);
  });

  it("[R3] keeps its counts and its place over a cut", () => {
    const { stage, read } = given();
    stage.update(1, 1);

    stage.socket.cut(4000);

    const { status, updates, cuts, position } = read();
    expect([status.state, updates, cuts, position?.seq]).toEqual(["offline", 1, 1, 1]);
    expect(stage.client.status.lastClose).toEqual({ code: 4000, at: stage.world.time });
    stage.awaitRetry();
    stage.socket.accept();
    expect(stage.client.status.connections).toBe(2);
  });

  it("has none of a topic that nobody listens to", async () => {
    const { stage } = given();
    const gone = stage.client.remove("list", "one");
    stage.left(stage.asked());
    await gone;

    expect(stage.client.readTopics()).toEqual([]);
  });
});

describe("the lag of a topic", () => {
  it("is that of its newest updates", () => {
    const tally = new TopicTally();
    for (let lag = 1000; lag < 1100; lag += 1) tally.take(UPDATE, 0, lag);
    for (let lag = 1; lag <= 128; lag += 1) tally.take(UPDATE, 0, lag);

    expect(tally.read().lag).toEqual({ newest: 128, p50: 64, p99: 127 });
  });

  it("is unknown while clocks are not compared", () => {
    const tally = new TopicTally();
    tally.take(UPDATE, 5, null);

    expect([tally.read().lag, tally.read().lastUpdateAt]).toEqual([null, 5]);
  });
});
