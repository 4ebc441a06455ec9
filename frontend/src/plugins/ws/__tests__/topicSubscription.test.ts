import { beforeEach, describe, expect, it } from "vitest";
import type { Position, SubscribeOk, Update } from "../messages";
import { TopicSubscription, type SubscriptionPort, type TopicStatus } from "../topicSubscription";

const FOR_NOW = { code: "unavailable", message: "soon", temporary: true };
const FOR_GOOD = { code: "unknown_symbol", message: "no X", temporary: false };

/** The machine's world: every call is a word. */
class Port implements SubscriptionPort {
  isConnected = true;
  lastId = 0;
  words: string[] = [];

  connected(): boolean {
    return this.isConnected;
  }
  sendSubscribe(recover: Position | undefined): number {
    this.words.push(recover ? `ask ${recover.epoch}@${recover.seq}` : "ask");
    return (this.lastId += 1);
  }
  sendUnsubscribe(): number {
    this.words.push("leave");
    return (this.lastId += 1);
  }
  startRetry(attempt: number): void {
    this.words.push(`wait ${attempt}`);
  }
  cancelRetry(): void {
    this.words.push("stop waiting");
  }
  replace(values: readonly unknown[]): void {
    this.words.push(`=${values.join()}`);
  }
  update({ payload }: Update): void {
    this.words.push(String(payload));
  }
  gap(): void {
    this.words.push("gap");
  }
  status({ state, reason }: TopicStatus): void {
    this.words.push(reason ? `[${state} ${reason.code}]` : `[${state}]`);
  }
  /** What happened since the last time. */
  heard(): string[] {
    return this.words.splice(0);
  }
}

let port: Port;
let machine: TopicSubscription;

beforeEach(() => {
  port = new Port();
  machine = new TopicSubscription(port);
});

function ok(rest: Partial<SubscribeOk> = {}): void {
  const answer = { status: "ok", topic: "t", delivery: "latest", epoch: "e", seq: 5 } as const;
  machine.accept(port.lastId, { ...answer, snapshot: 0, recovered: false, held: false, ...rest });
}

function update(seq: number, rest: Partial<Update> = {}, fits = true): void {
  machine.receive({ topic: "t", payload: seq, seq, ts: 0, ...rest }, fits);
}

/** Live at e@5, what led there forgotten. */
function live(rest: Partial<SubscribeOk> = {}): void {
  machine.start();
  ok(rest);
  port.heard();
}

describe("the topic's machine, asking", () => {
  it("[S5] goes live on an empty state, and hands updates on in turn", () => {
    machine.start();
    ok();
    update(6);

    expect(port.heard()).toEqual(["ask", "[connecting]", "=", "[live]", "6"]);
  });

  it("[S5] gives the parts of a snapshot as one, and only then is live", () => {
    machine.start();
    ok({ snapshot: 2 });
    update(5, { snapshot: true, payload: "a" });
    const before = port.heard();
    update(5, { snapshot: true, payload: "b" });

    expect(before).toEqual(["ask", "[connecting]"]);
    expect(port.heard()).toEqual(["=a,b", "[live]"]);
  });

  it("[R1] keeps its state where the server could go on", () => {
    live();
    machine.cut();
    machine.resume();
    ok({ recovered: true, seq: 5 });
    update(6);

    expect(port.heard()).toEqual(["[offline]", "ask e@5", "[connecting]", "[live]", "6"]);
  });

  it("[S3] asks for the state anew when the server held what was unknown here", () => {
    machine.start();
    ok({ held: true });

    expect(port.heard()).toEqual(["ask", "[connecting]", "ask @0", "[connecting]"]);
  });

  it("[R6] goes on from where its listener has read", () => {
    machine.start({ epoch: "e", seq: 3 });
    ok({ recovered: true, seq: 3 });
    update(4);

    expect(port.heard()).toEqual(["ask e@3", "[connecting]", "[live]", "4"]);
  });

  it("[R6] takes the state where the server cannot go on from there", () => {
    machine.start({ epoch: "other", seq: 3 });
    ok();

    expect(port.heard()).toEqual(["ask other@3", "[connecting]", "=", "[live]"]);
  });

  it("[S3] asks for the state anew when it is told to", () => {
    live();
    machine.refresh();
    ok({ snapshot: 1, seq: 9 });
    machine.refresh();
    update(9, { snapshot: true });

    expect(port.heard()).toEqual(["ask @0", "[connecting]", "=9", "[live]"]);
  });

  it("asks for the state anew once it can: after the wait, after the cut", () => {
    live();
    machine.hear({ topic: "t", state: "ended" });
    machine.refresh();
    machine.cut();
    machine.refresh();
    machine.resume();

    const asked = port.heard().filter((word) => !word.startsWith("["));
    expect(asked).toEqual(["wait 0", "stop waiting", "ask @0", "ask"]);
  });

  it("[R3] waits for a connection, and asks once", () => {
    port.isConnected = false;
    machine.start();
    port.isConnected = true;
    machine.resume();
    machine.resume();

    expect(port.heard()).toEqual(["[offline]", "ask", "[connecting]"]);
  });

  it("[R3] hears no answer but that to its last request", () => {
    live();
    machine.restart();
    machine.accept(1, {} as SubscribeOk);
    machine.refuse(1, FOR_GOOD);

    expect(machine.state).toMatchObject({ name: "requested", id: 2 });
    expect([machine.awaits(1), machine.awaits(2)]).toEqual([false, true]);
  });
});

describe("the topic's machine, live", () => {
  it("[R3] drops what it has had, and what comes between request and answer", () => {
    live();
    update(5);
    update(4);
    machine.restart();
    update(6);

    expect(port.heard()).toEqual(["ask e@5", "[connecting]"]);
  });

  it("[U2] takes told skips, and says that history is incomplete before the update", () => {
    live();
    update(9, { skipped: 3 });
    update(10, { gap: true });

    expect(port.heard()).toEqual(["9", "gap", "10"]);
  });

  it("[R3] asks from its position after a hole, then for all, then gives up", () => {
    live({ delivery: "lossless" });
    for (let turn = 0; turn < 3; turn += 1) {
      update(8);
      ok({ recovered: true });
    }

    const asked = port.heard().filter((word) => !/^\[(live|connecting)\]$/.test(word));
    expect(asked).toEqual(["ask e@5", "ask @0", "leave", "[failed incompatible_update]"]);
  });

  it("[R3] starts counting holes anew once an update fitted", () => {
    live();
    for (const seq of [5, 6, 7]) {
      update(seq + 9);
      ok({ recovered: true, seq });
      update(seq + 1);
    }

    expect(machine.state).toMatchObject({ name: "live", at: { seq: 8 } });
  });

  it("[R7] passes over an update that does not fit", () => {
    live();
    update(6, {}, false);
    update(7);

    expect(port.heard()).toEqual(["7"]);
  });

  it("[R7] asks a lossless topic once for what does not fit, then fails", () => {
    live({ delivery: "lossless" });
    update(6, {}, false);
    ok({ delivery: "lossless", recovered: true });
    update(6, {}, false);

    expect(port.heard()).toContain("[failed incompatible_update]");
  });

  it("[S5] takes nothing else for a part of a snapshot", () => {
    machine.start();
    ok({ snapshot: 1 });
    port.heard();
    update(6);

    expect(port.heard()).toEqual(["ask @0", "[connecting]"]);
  });
});

describe("the topic's machine, refused or left", () => {
  it("[R5] tries a temporary refusal again, after ever longer waits", () => {
    machine.start();
    machine.refuse(1, FOR_NOW);
    machine.retry();
    machine.refuse(2, FOR_NOW);

    const told = port.heard().filter((word) => !word.includes("connecting"));
    expect(told.slice(0, 3)).toEqual(["ask", "[ended unavailable]", "wait 0"]);
    expect(told.slice(3)).toEqual(["ask", "[ended unavailable]", "wait 1"]);
  });

  it("[R5] does not try a permanent one again until a listener comes", () => {
    machine.start();
    machine.refuse(1, FOR_GOOD);
    machine.retry();
    machine.cut();
    machine.resume();
    const before = port.heard();
    machine.start();

    expect(before).toEqual(["ask", "[connecting]", "[failed unknown_symbol]"]);
    expect(port.heard()).toEqual(["ask", "[connecting]"]);
  });

  it.each(["stop", "cut", "restart"] as const)("[R5] ends the wait on %s", (end) => {
    machine.start();
    machine.refuse(1, FOR_NOW);
    port.heard();

    machine[end]();

    expect(port.heard()).toContain("stop waiting");
  });

  it("[R5] fails whoever waits when no answer can come any more", () => {
    machine.start();
    machine.refuse(1, FOR_NOW);
    port.heard();

    machine.abandon(FOR_GOOD);

    expect(port.heard()).toEqual(["stop waiting", "[failed unknown_symbol]"]);
  });

  it("[E4] tells what the server says of it, at once or when the state is complete", () => {
    machine.start();
    machine.hear({ topic: "t", state: "stale" });
    ok({ snapshot: 1 });
    machine.hear({ topic: "t", state: "stale", code: "late" });
    update(5, { snapshot: true });
    machine.hear({ topic: "t", state: "live" });

    expect(port.heard()).toEqual(["ask", "[connecting]", "=5", "[stale late]", "[live]"]);
  });

  it("[R5] comes back from its position when the topic ended for now", () => {
    live();
    machine.hear({ topic: "t", state: "ended" });
    machine.retry();

    expect(port.heard()).toEqual(["[ended ended]", "wait 0", "ask e@5", "[connecting]"]);
  });

  it("[R3] has nothing to wait for when it leaves before it has asked", () => {
    port.isConnected = false;
    machine.start();
    const offline = machine.stop();
    port.isConnected = true;
    machine.resume();

    expect([offline, machine.stop()]).toEqual([true, false]);
    expect(machine.state.name).toBe("closing");
  });

  it("[R3] asks anew when a listener comes while it is leaving", () => {
    live();
    machine.stop();
    machine.start();

    expect(port.heard()).toEqual(["leave", "ask", "[connecting]"]);
  });

  it("[R3] recovers nothing from a snapshot that was cut", () => {
    machine.start();
    ok({ snapshot: 2 });
    machine.cut();
    machine.resume();

    expect(port.heard().at(-2)).toBe("ask");
  });
});
