/** One page's worth of the shipped client: every topic heard as it comes, and once more mapped. */

import { createWriteStream, type WriteStream } from "node:fs";
import { wsRoutes } from "@clients/ws-types-generated";
import {
  mapAccountStep,
  mapBar,
  mapEquity,
  mapExecution,
  mapOrder,
  mapPosition,
  mapQuote,
} from "@/plugins/mappers";
import { WebSocketBase, WebSocketClient } from "@/plugins/wsClientBase";
import type { StreamPosition } from "@/plugins/wsStream";

export interface ListenedTopic {
  /** Names it in the log. */
  key: string;
  route: string;
  params: Record<string, string>;
}

export interface ListenerSummary {
  rejected: number;
  skipped: number;
  updates: number;
  /** Updates and parts of states that the typed client handed on as the front end's models. */
  mapped: number;
  parts: number;
}

type AnyMapper = (update: never) => unknown;

const MAPPERS: Record<string, AnyMapper | undefined> = {
  orders: mapOrder,
  positions: mapPosition,
  executions: mapExecution,
  account: mapAccountStep,
  equity: mapEquity,
  quotes: mapQuote,
  bars: mapBar,
};
/** Nothing is kept: what comes is what was sent. */
const NOTHING = { key: null, keep: "nothing" } as const;
/** Routes whose list over REST says where the stream goes on (rule R6). */
const LISTED: Record<string, string | undefined> = {
  orders: "/orders",
  positions: "/positions",
  account: "/account",
};

export class CutListener {
  private readonly base: WebSocketBase;
  private readonly log: WriteStream;
  private readonly live = new Map<string, boolean>();
  private readonly newest: Record<string, number> = {};
  private whole = false;
  private readonly counted: ListenerSummary = {
    rejected: 0,
    skipped: 0,
    updates: 0,
    mapped: 0,
    parts: 0,
  };
  /** Topics that are heard twice, raw and mapped. */
  private readonly twice = new Set<string>();

  constructor(
    url: string,
    log: string,
    private readonly topics: readonly ListenedTopic[],
    private readonly changed: (whole: boolean) => void,
  ) {
    this.log = createWriteStream(log);
    this.base = new WebSocketBase(url);
    this.base.onStatus(({ state, reason }) => {
      if (state === "offline") this.write("", "closed", reason);
      if (state === "closed" && reason !== "closed by this page") {
        this.write("", "fault", `gave up: ${String(reason)}`);
      }
    });
  }

  /** @param rest the broker's address: what has a list is read there first */
  async start(rest: string | undefined): Promise<void> {
    for (const topic of this.topics) {
      const path = LISTED[topic.route];
      const url = rest === undefined || path === undefined ? undefined : `${rest}${path}`;
      if (url === undefined) this.listenMapped(topic);
      this.listen(topic, url === undefined ? undefined : await this.listed(topic, url));
    }
  }

  /** When the last update of each topic since its last state was published, in Unix ms. */
  progress(): Record<string, number> {
    return this.newest;
  }

  /** Asks for the state of the account's topics anew. */
  resync(): void {
    this.topics.forEach(({ route, params }) => {
      if (isLossless(route)) this.base.refresh(route, params);
    });
  }

  async leave(): Promise<ListenerSummary> {
    await Promise.all(
      this.topics.flatMap(({ route, key }) => [
        this.base.remove(route, `raw ${key}`),
        this.base.remove(route, `mapped ${key}`),
      ]),
    );
    const { rejected, skipped } = this.base.status;
    this.base.close();
    await new Promise((resolve) => this.log.end(resolve));
    return { ...this.counted, rejected, skipped };
  }

  private listen({ key, route, params }: ListenedTopic, from: StreamPosition | undefined): void {
    const listener = {
      onUpdate: (payload: unknown, { seq, ts }: { seq: number; ts: number }): void => {
        if (this.twice.has(key)) this.counted.updates += 1;
        this.newest[key] = ts;
        this.write(key, "update", seq, ts, payload);
      },
      onReplace: (payloads: readonly unknown[]): void => {
        if (this.twice.has(key)) this.counted.parts += payloads.length;
        this.newest[key] = 0;
        this.write(key, "replace", payloads);
      },
      onGap: () => this.write(key, "gap"),
      onStatus: ({ state }: { state: string }): void => {
        this.live.set(key, state === "live" || state === "stale");
        if (state === "failed") this.write("", "fault", `${key} failed`);
        this.judge(state !== "offline");
      },
    };
    this.base
      .add(route, `raw ${key}`, params, listener, NOTHING, from)
      .catch((error: unknown) => this.write("", "fault", `${key}: ${String(error)}`));
  }

  private listenMapped({ key, route, params }: ListenedTopic): void {
    this.twice.add(key);
    const mapper = MAPPERS[route] as (update: unknown) => unknown;
    const client = new WebSocketClient<object, unknown, unknown>(route, mapper, {
      base: this.base,
      holds: NOTHING,
    });
    const take = (mapped: unknown): void => {
      if (typeof mapped === "object" && mapped !== null) this.counted.mapped += 1;
    };
    client.listen(params, { onUpdate: take }, { listenerId: `mapped ${key}` });
  }

  /** Reads a list, and returns where its stream goes on; the log says so. */
  private async listed({ key, params }: ListenedTopic, url: string): Promise<StreamPosition> {
    const answer = await fetch(`${url}?${new URLSearchParams(params).toString()}`);
    const epoch = answer.headers.get("stream-epoch");
    const seq = answer.headers.get("stream-seq");
    if (!answer.ok || epoch === null || seq === null) {
      throw new Error(`${url} answered ${answer.status} without a place in the stream`);
    }
    this.write(key, "from", Number(seq));
    return { epoch, seq: Number(seq) };
  }

  private judge(connected: boolean): void {
    const { live, topics } = this;
    const whole = topics.every(({ key }) => live.get(key) === true);
    if (whole === this.whole) return;
    this.whole = whole;
    this.write("", whole ? "whole" : "lost", Date.now(), connected);
    this.changed(whole);
  }

  private write(...entry: unknown[]): void {
    this.log.write(`${JSON.stringify(entry)}\n`);
  }
}

function isLossless(route: string): boolean {
  const known = wsRoutes as Record<string, { delivery: string } | undefined>;
  return known[route]?.delivery === "lossless";
}
