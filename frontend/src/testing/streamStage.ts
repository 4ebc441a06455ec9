/** A stream client on a fake world, with the few frames that tests of one topic need. */

import { LAST_VALUE } from "@/plugins/ws/holding";
import type { Listener } from "@/plugins/ws/listeners";
import type { Frame, RequestId } from "@/plugins/ws/messages";
import { StreamClient, type FrameChecks } from "@/plugins/ws/streamClient";
import { FakeWorld, type FakeWebSocket } from "./fakeWebSocket";

export const TOPIC = 'list:{"name":"a"}';

/** Payloads are numbers; anything else fails the check. */
export const NUMBER_CHECKS: FrameChecks = {
  "list.update": (frame) => typeof payloadOf(frame).payload === "number",
  "list.status": () => true,
  "list.subscribe.response": (frame) => typeof payloadOf(frame)["status"] === "string",
  "list.unsubscribe.response": () => true,
  "server.draining": () => true,
  error: () => true,
  pong: () => true,
};

/** What one listener has heard, as short words: `2`, `=1,2` (replaced), `gap`, `live`. */
export class Ear implements Listener {
  readonly heard: string[] = [];
  readonly states: string[] = [];
  answered: Promise<string> = Promise.resolve("");

  onUpdate(payload: unknown): void {
    this.heard.push(String(payload));
  }

  onReplace(payloads: readonly unknown[]): void {
    this.heard.push(`=${payloads.join()}`);
  }

  onGap(): void {
    this.heard.push("gap");
  }

  onStatus({ state, reason }: { state: string; reason?: { code: string } }): void {
    this.states.push(reason === undefined ? state : `${state} ${reason.code}`);
  }
}

export class StreamStage {
  readonly world = new FakeWorld();
  readonly client = new StreamClient("ws://server/api/v1/ws", this.world, NUMBER_CHECKS);

  get socket(): FakeWebSocket {
    return this.world.socket;
  }

  /** Adds a listener to topic `name`; its refusal is read from `answered` or not at all. */
  listen(id: string, { name = "a", ear = new Ear(), holds = LAST_VALUE } = {}): Ear {
    ear.answered = this.client.add("list", id, { name }, ear, holds);
    ear.answered.catch(() => undefined);
    return ear;
  }

  /** Connects, subscribes `id` and goes live at `seq` with an empty state. */
  live(id = "one", delivery = "lossless", seq = 0): Ear {
    const ear = this.listen(id);
    this.socket.accept();
    this.ok(this.asked(), { delivery, seq });
    return ear;
  }

  /** Reads the only frame that the client has sent. */
  asked(): Frame & { id: RequestId } {
    const frames = this.socket.frames();
    const [frame] = frames;
    if (frames.length !== 1 || frame?.id === undefined) {
      throw new Error(`expected one request, got ${JSON.stringify(frames)}`);
    }
    return frame as Frame & { id: RequestId };
  }

  ok({ id }: { id: RequestId }, rest: object = {}): void {
    const answer = { status: "ok", message: "", topic: TOPIC, delivery: "lossless", epoch: "e" };
    const position = { seq: 0, snapshot: 0, recovered: false, held: false };
    const payload = { ...answer, ...position, ...rest };
    this.socket.say({ type: "list.subscribe.response", id, payload });
  }

  no({ id, type }: { id: RequestId; type: string }, code: string, temporary = false): void {
    const payload = { status: "error", code, message: code, temporary };
    this.socket.say({ type: `${type}.response`, id, payload });
  }

  left({ id }: { id: RequestId }): void {
    const payload = { status: "ok", message: "", topic: TOPIC };
    this.socket.say({ type: "list.unsubscribe.response", id, payload });
  }

  update(payload: unknown, seq: number, rest: object = {}): void {
    const update = { topic: TOPIC, payload, seq, ts: this.world.time, ...rest };
    this.socket.say({ type: "list.update", payload: update });
  }

  status(state: string, rest: object = {}): void {
    this.socket.say({ type: "list.status", payload: { topic: TOPIC, state, ...rest } });
  }

  /** Lets the connection die and come back, the wait included. */
  reconnect(): void {
    this.socket.cut();
    this.awaitRetry();
    this.socket.accept();
  }

  /** Lets time pass until the next attempt to connect starts. */
  awaitRetry(): void {
    const { retryAt } = this.client.status;
    if (retryAt === null) throw new Error("no attempt is due");
    this.world.advance(retryAt - this.world.time);
  }
}

function payloadOf(frame: unknown): Record<string, unknown> {
  return (frame as { payload: Record<string, unknown> }).payload;
}
