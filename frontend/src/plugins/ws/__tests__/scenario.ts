/** One history of a client, its listeners and a model server, judged by a simple list model. */

import { FakeWorld } from "@/testing/fakeWebSocket";
import { StreamClient } from "../streamClient";
import { topicOf } from "../topic";
import type { Position } from "../messages";
import { ModelConnection, ModelServer, type ModelTopic } from "./modelServer";

export type Action =
  | { do: "listen" | "leave" | "listenFrom"; who: number; topic: number }
  | { do: "list"; topic: number }
  | { do: "publish" | "renumber"; topic: number }
  | { do: "deliverOld" | "accept" | "lose" | "corrupt" }
  | { do: "serve" | "deliver"; count: number }
  | { do: "cut"; code: number }
  | { do: "wait"; ms: number }
  | { do: "refuse"; temporary: boolean };

/** What one listener has seen of one topic. */
interface View {
  topic: ModelTopic;
  values: number[];
  state: string;
  left: boolean;
}

/** A list over REST: its place in the stream, and what it held (rule R6). */
interface Listed {
  from: Position;
  values: number[];
}

const fits = (frame: unknown): boolean =>
  typeof (frame as { payload: { payload?: unknown } }).payload.payload === "object";
const checks = {
  "list.update": fits,
  "list.status": () => true,
  "list.subscribe.response": () => true,
  "list.unsubscribe.response": () => true,
  pong: () => true,
};
const RULES = {
  latest: { key: null, keep: "all" },
  lossless: { key: "n", keep: "all" },
} as const;

export class Scenario {
  private readonly world = new FakeWorld();
  private readonly server = new ModelServer(["lossless", "lossless", "latest"]);
  private readonly client = new StreamClient("ws://model", this.world, checks);
  private readonly connections: ModelConnection[] = [];
  private readonly views = new Map<string, View>();
  private readonly found: string[] = [];
  /** What a list over REST last said of a topic. */
  private readonly lists = new Map<number, Listed>();
  /** Faults that a correct server has not; one a history, so that the client may heal. */
  private faultsLeft = 1;
  private open = false;

  perform(action: Action): void {
    switch (action.do) {
      case "listen":
        this.listen(action.who, action.topic);
        break;
      case "list":
        this.list(action.topic);
        break;
      case "listenFrom":
        this.listen(action.who, action.topic, this.lists.get(action.topic));
        break;
      case "leave":
        this.leave(action.who, action.topic);
        break;
      case "publish":
        this.publish(this.server.topic(String(action.topic)));
        break;
      case "renumber":
        this.renumber(this.server.topic(String(action.topic)));
        break;
      case "serve":
      case "deliver":
        for (let n = 0; n <= action.count; n += 1) this.current?.[action.do]();
        break;
      case "deliverOld":
        this.connections.slice(0, this.open ? -1 : undefined).forEach((old) => old.deliver());
        break;
      case "accept":
        this.accept();
        break;
      case "cut":
        this.cut(action.code);
        break;
      case "wait":
        this.wait(action.ms);
        break;
      case "refuse":
        if (this.server.refusals.length < 2) {
          this.server.refusals.push({ code: "x", temporary: action.temporary });
        }
        break;
      case "lose":
      case "corrupt":
        if (this.faultsLeft > 0 && this.current?.[action.do]() === true) this.faultsLeft -= 1;
    }
  }

  /** Lets everything come to rest on a healthy network. */
  finish(): void {
    this.server.refusals.length = 0;
    for (let round = 0; round < 12; round += 1) {
      this.accept();
      this.drain();
      this.wait(4000);
    }
    this.server.topics.forEach((topic) => {
      topic.log.push(topic.log.length);
      const held = this.current?.held.get(topic.name);
      if (held) this.current?.push(held);
    });
    for (let round = 0; round < 4; round += 1) {
      this.drain();
      this.wait(4000);
    }
    this.judgeRest();
  }

  problems(): string[] {
    return [...this.found, ...this.world.reported.map(String)];
  }

  private get current(): ModelConnection | undefined {
    return this.open ? this.connections.at(-1) : undefined;
  }

  private list(index: number): void {
    const { delivery, epoch, log, base } = this.server.topic(String(index));
    if (delivery !== "lossless") return;
    this.lists.set(index, { from: { epoch, seq: log.length - base }, values: [...log] });
  }

  private listen(who: number, index: number, listed?: Listed): void {
    const topic = this.server.topic(String(index));
    const values = [...(listed?.values ?? [])];
    const view: View = { topic, values, state: "connecting", left: false };
    const key = `${who}-${index}`;
    const previous = this.views.get(key);
    if (previous) previous.left = true;
    this.views.set(key, view);
    const answered = this.client.add(
      "list",
      String(who),
      spelling(who, index),
      {
        onUpdate: (value) => this.see(view, [...view.values, numberOf(value)]),
        onReplace: (values) => this.see(view, values.map(numberOf)),
        onStatus: ({ state }) => {
          view.state = state;
        },
      },
      RULES[topic.delivery],
      listed?.from,
    );
    answered.catch(() => undefined);
  }

  private leave(who: number, index: number): void {
    const view = this.views.get(`${who}-${index}`);
    if (view) view.left = true;
    this.views.delete(`${who}-${index}`);
    void this.client.remove("list", String(who), topicOf("list", spelling(who, index)));
  }

  private publish(topic: ModelTopic): void {
    topic.log.push(topic.log.length);
    const held = this.current?.held.get(topic.name);
    // What is not sent now is folded into the next one, where the policy allows it.
    if (held && (topic.delivery === "lossless" || topic.log.length % 3 > 0))
      this.current?.push(held);
  }

  private renumber(topic: ModelTopic): void {
    this.current?.end(topic);
    topic.base = topic.log.length;
    topic.epoch += "+";
  }

  private accept(): void {
    const { sockets } = this.world;
    const socket = sockets.at(-1);
    if (this.open || socket === undefined || socket.closedByClient) return;
    if (this.client.status.state !== "connecting") return;
    this.open = true;
    const connection = new ModelConnection(socket, this.server);
    this.connections.push(connection);
    socket.accept();
    this.judgeResubscription(
      connection
        .collect()
        .flat()
        .map(({ type, payload }) => ({ type, payload })),
    );
  }

  private cut(code: number): void {
    if (!this.open) return;
    this.open = false;
    this.world.socket.cut(code);
  }

  private wait(ms: number): void {
    this.world.advance(ms);
    if (this.open && this.world.socket !== this.current?.socket) this.open = false;
    if (this.client.status.state !== "live") this.open = false;
  }

  private drain(): void {
    while (this.current?.serve() === true || this.current?.deliver() === true);
  }

  private see(view: View, values: number[]): void {
    const { topic } = view;
    if (view.left) this.found.push(`an update after unsubscribe of ${topic.name}`);
    view.values = values;
    const last = values.at(-1) ?? -1;
    const inOrder =
      topic.delivery === "lossless"
        ? values.every((value, index) => value === index)
        : values.every((value, index) => value > (values[index - 1] ?? -1));
    if (!inOrder || last >= topic.log.length) {
      this.found.push(`${topic.name} saw ${values.join()} of ${topic.log.length}`);
    }
  }

  private judgeResubscription(frames: { type: string; payload?: unknown }[]): void {
    const asked = frames
      .filter(({ type }) => type === "list.subscribe")
      .map(({ payload }) => (payload as { name: string }).name)
      .sort();
    const wanted = new Set(this.alive().map(({ topic }) => this.server.topics.indexOf(topic)));
    const others = frames.filter(({ type }) => !["ping", "list.subscribe"].includes(type));
    const topics = new Set(asked.map(Number));
    const once = new Set(asked).size === asked.length && topics.size === wanted.size;
    if (!once || ![...wanted].every((each) => topics.has(each)) || others.length > 0) {
      this.found.push(
        `asked ${asked.join()} for ${[...wanted].join()}, and ${others.length} others`,
      );
    }
  }

  private judgeRest(): void {
    const alive = this.alive();
    for (const { topic, values, state } of alive) {
      if (state !== "live") this.found.push(`${topic.name} ended ${state}`);
      if (values.at(-1) !== topic.log.length - 1) {
        this.found.push(`${topic.name} ended at ${values.join()} of ${topic.log.length}`);
      }
    }
    const held = [...(this.current?.held.keys() ?? [])].sort().join();
    const wanted = [...new Set(alive.map(({ topic }) => topic.name))].sort().join();
    if (held !== wanted) this.found.push(`the server holds ${held} for ${wanted}`);
  }

  /** Views that have neither left nor been refused for good. */
  private alive(): View[] {
    return [...this.views.values()].filter(({ left, state }) => !left && state !== "failed");
  }
}

/** The third listener spells every topic in its own way; only the server knows that they are one. */
function spelling(who: number, index: number): { name: string } {
  return { name: who === 2 ? `0${index}` : String(index) };
}

function numberOf(value: unknown): number {
  return (value as { n: number }).n;
}
