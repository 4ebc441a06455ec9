import { describe, expect, it } from "vitest";
import { contractFile } from "@/testing/contractFile";
import { StreamStage } from "@/testing/streamStage";
import { closeMeaning } from "../closing";

interface CloseCode {
  code: number;
  terminal: boolean;
}
const { close_codes } = contractFile("errors.json") as { close_codes: CloseCode[] };

const THERE = { isThere: true, reason: "the server answers, but refuses the stream" };

/** Lets so many handshakes in a row fail, and the client ask why. */
async function fail(stage: StreamStage, times: number): Promise<void> {
  stage.client.connect();
  for (let failed = 0; failed < times; failed += 1) {
    if (failed > 0) stage.awaitRetry();
    stage.socket.cut();
  }
  await Promise.resolve();
}

/** Lets time pass, then what was asked be answered. */
async function pass(stage: StreamStage, ms: number): Promise<void> {
  stage.world.advance(ms);
  await Promise.resolve();
}

describe("the link", () => {
  it.each(close_codes)("[C2] knows close code $code", ({ code, terminal }) => {
    expect(closeMeaning(code).terminal).toBe(terminal);
  });

  it.each([1008, 1009, 4500, 4501, 4508, 4999])("[C2] stops at code %i", (code) => {
    const stage = new StreamStage();
    const ear = stage.live();

    stage.socket.cut(code);
    stage.world.advance(120_000);

    expect(stage.client.status.state).toBe("closed");
    expect(stage.world.sockets).toHaveLength(1);
    expect(ear.states.at(-1)).toBe("failed connection_closed");
  });

  it.each([1000, 1006, 1012, 4000, 4008, 4400])("[C2] comes back from code %i", (code) => {
    const stage = new StreamStage();
    stage.live();

    stage.socket.cut(code);
    stage.awaitRetry();
    stage.socket.accept();

    expect(stage.client.status.state).toBe("live");
  });

  it("[C3] comes back from draining within two seconds", () => {
    const stage = new StreamStage();
    stage.world.nextRandom = 0.999;
    stage.live();
    stage.socket.say({ type: "server.draining", payload: { grace_ms: 10_000 } });
    const { reason } = stage.client.status;

    stage.socket.cut(4000);
    stage.world.advance(2000);

    expect(reason).toBe("the server is restarting");
    expect(stage.world.sockets).toHaveLength(2);
  });

  it("[C2] asks for the session when it has expired, and goes on with it", async () => {
    const stage = new StreamStage();
    stage.live();

    stage.socket.cut(4401);
    await Promise.resolve();
    stage.awaitRetry();

    expect(stage.world.sockets).toHaveLength(2);
  });

  it("[C2] stops when the session is refused", async () => {
    const stage = new StreamStage();
    stage.world.sessionGoesOn = false;
    stage.live();

    stage.socket.cut(4401);
    await Promise.resolve();

    expect(stage.client.status).toMatchObject({
      state: "closed",
      reason: "the session has expired",
    });
  });

  it("[R4] comes back at once when the machine is online again", () => {
    const stage = new StreamStage();
    stage.live();
    stage.socket.cut();

    stage.world.goOnline();

    expect(stage.world.sockets).toHaveLength(2);
  });

  it("[R4] says why after three failures, and when the next attempt is", async () => {
    const stage = new StreamStage();
    const reason = "the server answers with status 503";
    stage.world.answer = { isThere: false, reason };

    await fail(stage, 3);

    expect(stage.client.status).toMatchObject({ state: "offline", reason, attempts: 3 });
    expect(stage.client.status.retryAt).toBe(stage.world.time + 2000);
  });

  it("[R4] asks again in 2 to 3 s, and returns within 2 s to a server that is back", async () => {
    const stage = new StreamStage();
    await fail(stage, 5);
    stage.world.answer = THERE;

    await pass(stage, 2499);
    const early = stage.client.status.retryAt;
    await pass(stage, 1);
    const { retryAt, reason } = stage.client.status;
    await pass(stage, 1000);

    expect([early, retryAt]).toEqual([stage.world.time + 4500, stage.world.time]);
    expect([reason, stage.world.sockets.length]).toEqual(["the server is back", 6]);
  });

  it("[R4] owes the whole wait to a server that answers all the while", async () => {
    const stage = new StreamStage();
    stage.world.answer = THERE;
    await fail(stage, 5);

    await pass(stage, 3000);
    await pass(stage, 4999);
    const before = stage.world.sockets.length;
    await pass(stage, 1);

    expect([before, stage.world.sockets.length]).toEqual([5, 6]);
  });

  it("[R4] forgets that the server was away once it is connected", async () => {
    const stage = new StreamStage();
    await fail(stage, 4);
    stage.awaitRetry();
    stage.socket.accept();
    stage.world.answer = THERE;

    stage.socket.cut();
    await pass(stage, 0);

    expect(stage.client.status.reason).toBe(THERE.reason);
  });

  it("[R4] never waits longer for a server that is back than for one that is not", async () => {
    const stage = new StreamStage();
    await fail(stage, 3);
    stage.world.answer = THERE;
    stage.world.nextRandom = 0.999;
    stage.awaitRetry();
    stage.socket.cut();
    const { retryAt } = stage.client.status;

    await pass(stage, 0);

    expect(stage.client.status.retryAt).toBeLessThan(retryAt ?? 0);
  });

  it("[R4] asks nothing for a page that nobody sees", async () => {
    const stage = new StreamStage();
    await fail(stage, 5);
    const asked = stage.world.asked;
    stage.world.seen = false;

    await pass(stage, 2500);
    const unseen = stage.world.asked - asked;
    stage.world.seen = true;
    await pass(stage, 2500);

    expect([unseen, stage.world.asked - asked]).toEqual([0, 1]);
  });

  it("[R4] starts the backoff anew only after ten seconds open", () => {
    const stage = new StreamStage();
    stage.client.connect();
    stage.reconnect();
    stage.world.advance(9_999);
    stage.socket.cut();
    const early = stage.client.status.attempts;
    stage.awaitRetry();
    stage.socket.accept();
    stage.world.advance(10_000);

    stage.socket.cut();

    expect([early, stage.client.status.attempts]).toEqual([2, 1]);
  });

  it("[R4] retries when the user asks, and only then without waiting", () => {
    const stage = new StreamStage();
    stage.client.connect();
    stage.client.retryNow();
    stage.socket.cut();

    stage.client.retryNow();

    expect(stage.world.sockets).toHaveLength(2);
  });

  it("[R4] gives up a handshake that hangs", () => {
    const stage = new StreamStage();
    stage.client.connect();

    stage.world.advance(10_000);

    expect(stage.client.status.reason).toBe("the server does not answer");
  });

  it("[C1] asks after 25 s of silence and comes back when nothing is heard in 10 s", () => {
    const stage = new StreamStage();
    stage.live();
    stage.socket.messages();
    stage.world.advance(25_000);
    const asked = stage.socket.messages().flat();

    stage.world.advance(10_000);

    expect(asked.map(({ type }) => type)).toEqual(["ping"]);
    expect(stage.client.status.reason).toBe("the server has gone silent");
  });

  it("[C1] is content with any sign of life", () => {
    const stage = new StreamStage();
    stage.live();
    stage.world.advance(24_000);
    stage.update(1, 1);
    stage.socket.messages();
    stage.world.advance(25_000);

    stage.world.advance(1000);
    stage.update(2, 2);
    stage.world.advance(10_000);

    expect(stage.client.status.state).toBe("live");
  });

  it("[C1] hears an answer of the same millisecond", () => {
    const stage = new StreamStage();
    stage.live();
    stage.world.advance(25_000);
    stage.socket.say({ type: "pong", payload: { ts: 1, contract: 1 } });

    stage.world.advance(10_000);

    expect(stage.client.status.state).toBe("live");
  });

  it("[C1] asks again instead of closing when it has slept", () => {
    const stage = new StreamStage();
    stage.live();
    stage.world.advance(25_000);
    stage.socket.messages();

    stage.world.sleep(3_600_000);

    expect(stage.socket.messages().flat()).toMatchObject([{ type: "ping" }]);
    expect(stage.client.status.state).toBe("live");
  });

  it("tells each change of its status, also past a watcher that throws", () => {
    const stage = new StreamStage();
    const states: string[] = [];
    stage.client.onStatus(() => {
      throw new Error("broken watcher");
    });
    const stop = stage.client.onStatus(({ state }) => states.push(state));

    stage.client.connect();
    stage.socket.accept();
    stop();
    stage.socket.cut();

    expect(states).toEqual(["connecting", "connecting", "live"]);
  });
});
