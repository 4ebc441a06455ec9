/** A server that keeps the protocol, in memory: topics are lists, connections are queues. */

import type { FakeWebSocket } from "@/testing/fakeWebSocket";
import type { Frame, Position, RequestId, Update } from "../messages";

export interface ModelTopic {
  name: string;
  delivery: "latest" | "lossless";
  epoch: string;
  /** All values ever published; value n has seq n of the first epoch. */
  log: number[];
  /** Position of the epoch's seq 0 in the log. */
  base: number;
}

interface Held {
  topic: ModelTopic;
  /** Last seq put into the outbox. */
  cur: number;
}

/** One client's connection: what it has asked, what it has not yet been told. */
export class ModelConnection {
  readonly held = new Map<string, Held>();
  private inbox: Frame[] = [];
  private outbox: object[] = [];

  constructor(
    readonly socket: FakeWebSocket,
    private readonly server: ModelServer,
  ) {}

  /** Takes what the client has sent. */
  collect(): Frame[][] {
    const messages = this.socket.messages();
    this.inbox.push(...messages.flat());
    return messages;
  }

  /** Serves the oldest request; false when there is none. */
  serve(): boolean {
    this.collect();
    const frame = this.inbox.shift();
    if (frame === undefined) return false;
    const verb = frame.type.slice(frame.type.lastIndexOf(".") + 1);
    if (verb === "ping") this.put("pong", { ...(frame.payload as object), ts: 0, contract: 1 });
    else if (verb === "subscribe") this.subscribe(frame);
    else this.unsubscribe(frame);
    return true;
  }

  /** Delivers the oldest frame; false when there is none. */
  deliver(): boolean {
    const frame = this.outbox.shift();
    if (frame !== undefined) this.socket.say(frame);
    return frame !== undefined;
  }

  /** Loses the newest undelivered update, as no server should. */
  lose(): boolean {
    const index = this.outbox.findLastIndex((frame) => (frame as Frame).type === "list.update");
    if (index >= 0) this.outbox.splice(index, 1);
    return index >= 0;
  }

  /** Makes the newest undelivered update fail its check once. */
  corrupt(): boolean {
    const frame = this.outbox.findLast((each) => isLiveUpdate(each as Frame)) as Frame | undefined;
    if (frame !== undefined) (frame.payload as Update).payload = "not an object";
    return frame !== undefined;
  }

  /** Sends what the topic has published since; folds the missed values of `latest` into one. */
  push(held: Held): void {
    const { topic } = held;
    const top = topic.log.length - topic.base;
    if (top === held.cur) return;
    if (topic.delivery === "latest") {
      this.update(topic, top, top - held.cur - 1);
    } else {
      for (let seq = held.cur + 1; seq <= top; seq += 1) this.update(topic, seq, 0);
    }
    held.cur = top;
  }

  end(topic: ModelTopic): void {
    const held = this.held.get(topic.name);
    if (held === undefined) return;
    // What was held back comes before the end (rule E4).
    this.push(held);
    this.held.delete(topic.name);
    this.put("list.status", { topic: topic.name, state: "ended", code: "x", temporary: true });
  }

  private subscribe({ id, payload, recover }: Frame & { recover?: Position }): void {
    const topic = this.server.topic((payload as { name: string }).name);
    const refusal = this.server.refusals.shift();
    const held = this.held.get(topic.name);
    if (refusal !== undefined && held === undefined) {
      this.respond(id, "subscribe", { status: "error", message: "no", ...refusal });
    } else if (held !== undefined && recover === undefined) {
      this.respond(id, "subscribe", this.ok(topic, held.cur, { held: true }));
    } else {
      this.open(id, topic, recover);
    }
  }

  private open(id: RequestId | undefined, topic: ModelTopic, recover: Position | undefined): void {
    this.discard(topic);
    const top = topic.log.length - topic.base;
    if (recover?.epoch === topic.epoch && recover.seq <= top) {
      const held = { topic, cur: recover.seq };
      this.held.set(topic.name, held);
      this.respond(id, "subscribe", this.ok(topic, recover.seq, { recovered: true }));
      this.push(held);
      return;
    }
    this.held.set(topic.name, { topic, cur: top });
    const state = topic.delivery === "latest" ? topic.log.slice(-1) : topic.log;
    this.respond(id, "subscribe", this.ok(topic, top, { snapshot: state.length }));
    for (const value of state) {
      const part = { topic: topic.name, payload: { n: value }, seq: top, ts: 0, snapshot: true };
      this.put("list.update", part);
    }
  }

  private unsubscribe({ id, payload }: Frame): void {
    const topic = this.server.topic((payload as { name: string }).name);
    this.discard(topic);
    const answer = this.held.delete(topic.name)
      ? { status: "ok", topic: topic.name }
      : { status: "error", code: "not_subscribed", message: "no", temporary: false };
    this.respond(id, "unsubscribe", answer);
  }

  /** Forgets the topic's unsent frames. */
  private discard(topic: ModelTopic): void {
    this.outbox = this.outbox.filter((frame) => {
      const { type, payload } = frame as Frame;
      return !type.endsWith(".update") || (payload as Update).topic !== topic.name;
    });
  }

  private update(topic: ModelTopic, seq: number, skipped: number): void {
    const payload = { n: topic.log[topic.base + seq - 1] };
    const rest = skipped > 0 ? { skipped } : {};
    this.put("list.update", { topic: topic.name, payload, seq, ts: 0, ...rest });
  }

  private ok(topic: ModelTopic, seq: number, rest: object): object {
    const { name, delivery, epoch } = topic;
    const base = { status: "ok", topic: name, delivery, epoch, seq, snapshot: 0 };
    return { ...base, recovered: false, held: false, ...rest };
  }

  private respond(id: RequestId | undefined, verb: string, payload: object): void {
    this.outbox.push({ type: `list.${verb}.response`, id, payload });
  }

  private put(type: string, payload: object): void {
    this.outbox.push({ type, payload });
  }
}

export class ModelServer {
  /** Answers of the next subscribes, where they are refused. */
  readonly refusals: { code: string; temporary: boolean }[] = [];
  readonly topics: ModelTopic[] = [];

  constructor(deliveries: readonly ModelTopic["delivery"][]) {
    deliveries.forEach((delivery, index) => {
      const name = `list:{"name":"${index}"}`;
      this.topics.push({ name, delivery, epoch: "a", log: [], base: 0 });
    });
  }

  topic(name: string): ModelTopic {
    const found = this.topics[Number(name)];
    if (found === undefined) throw new Error(`no topic ${name}`);
    return found;
  }
}

function isLiveUpdate({ type, payload }: Frame): boolean {
  return type === "list.update" && (payload as Update).snapshot !== true;
}
