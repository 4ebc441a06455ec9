/**
 * The stream client over an environment: one link, its topics, its status. It checks each frame at
 * the border (rule R7) and hands it to whom it concerns.
 */

import { backoffDelay } from "./backoff";
import { type StreamEnvironment } from "./environment";
import type { HoldingRule } from "./holding";
import type { Listener } from "./listeners";
import {
  CONTRACT_VERSION,
  joinFrames,
  parseFrames,
  type Frame,
  type Position,
  type Refusal,
  type RequestId,
  type StatusPayload,
  type SubscribeOk,
  type Update,
} from "./messages";
import { Requests } from "./requests";
import { ServerClock } from "./serverClock";
import { SocketLink } from "./socketLink";
import { ObservableStatus, type StatusListener, type StreamStatus } from "./streamStatus";
import { Subscriptions, type TopicRequest } from "./subscriptions";
import type { TopicReading } from "./topicTally";

/** The check of each frame type that a server sends; an unlisted type is a newer server's. */
export type FrameChecks = Readonly<Record<string, ((frame: unknown) => boolean) | undefined>>;

const MEASURE_EVERY_MS = 1000;

export class StreamClient {
  private readonly link: SocketLink;
  private readonly requests: Requests<TopicRequest>;
  private readonly subscriptions: Subscriptions;
  private readonly observable: ObservableStatus;
  private readonly clock = new ServerClock();
  private outgoing: Frame[] = [];
  private measuredAt = -Infinity;
  private skipped = 0;
  private connections = 0;
  private lastClose: StreamStatus["lastClose"] = null;

  constructor(
    url: string,
    private readonly environment: StreamEnvironment,
    private readonly checks: FrameChecks,
  ) {
    this.observable = new ObservableStatus((error) => environment.report(error));
    this.requests = new Requests(environment, () =>
      this.link.reconnect("a request went unanswered"),
    );
    this.subscriptions = new Subscriptions({
      connected: () => this.link.open,
      request: (frame, request) => this.request(frame, request),
      afterBackoff: (attempt, run) =>
        environment.startTimer(
          backoffDelay(attempt, () => environment.random()),
          run,
        ),
      now: () => environment.now(),
      age: (ts, now) => this.clock.age(ts, now),
      report: (error) => environment.report(error),
    });
    this.link = new SocketLink(url, environment, {
      opened: () => this.opened(),
      message: (data) => this.message(data),
      lost: () => this.lost(),
      closed: (code) => (this.lastClose = { code, at: environment.now() }),
      ping: () => this.ping(),
      changed: (change) => {
        if (change.state === "live") this.connections += 1;
        const { connections, lastClose } = this;
        this.observable.change({ ...change, connections, lastClose });
        if (change.state === "closed") this.subscriptions.end(closed(change.reason));
      },
    });
  }

  get status(): Readonly<StreamStatus> {
    return this.observable.value;
  }

  /** Calls `watcher` now and after each change of the status; returns how to stop it. */
  onStatus(watcher: StatusListener): () => void {
    return this.observable.watch(watcher);
  }

  /** Reads how each topic of this page fares. */
  readTopics(): TopicReading[] {
    return this.subscriptions.read();
  }

  /** Connects, unless that is under way; subscribing does it too. */
  connect(): void {
    this.link.connect();
  }

  /** Ends the wait for the next attempt. */
  retryNow(): void {
    this.link.retryNow();
  }

  /** Ends for good: nothing reconnects, every listener is told. */
  close(): void {
    this.link.close("closed by this page");
  }

  /**
   * Adds listener `id` of `route`; resolves with the topic once the server has confirmed it. A cut
   * before that is survived; a permanent refusal rejects with its code. `from` is what the
   * listener has read of the topic already.
   */
  async add(
    route: string,
    id: string,
    params: object,
    listener: Listener,
    rule: HoldingRule,
    from?: Position,
  ): Promise<string> {
    const answered = this.subscriptions.add(route, id, params, listener, rule, from);
    this.observable.change({ topics: this.subscriptions.size });
    this.link.connect();
    return answered;
  }

  /** Asks for the state of a topic anew: it comes to its listeners as one replace. */
  refresh(route: string, params: object): void {
    this.subscriptions.refresh(route, params);
  }

  /** Removes listener `id` of `route` from `topic`, or from all; resolves when that is settled. */
  async remove(route: string, id: string, topic?: string): Promise<void> {
    await this.subscriptions.remove(route, id, topic);
    this.observable.change({ topics: this.subscriptions.size });
  }

  private opened(): void {
    this.clock.reset();
    this.ping();
    this.subscriptions.open();
    this.flush();
  }

  private lost(): void {
    this.outgoing = [];
    const unanswered = this.requests.clear();
    this.subscriptions.cut();
    unanswered.forEach(({ done }) => done?.());
  }

  private request(frame: Frame, request: TopicRequest): RequestId {
    const id = this.requests.add(request);
    this.put({ ...frame, id });
    return id;
  }

  private ping(): void {
    this.put({ type: "ping", payload: { t: this.environment.now() } });
  }

  private put(frame: Frame): void {
    if (this.outgoing.length === 0) this.environment.defer(() => this.flush());
    this.outgoing.push(frame);
  }

  /** Sends what one turn has gathered as one array: a watchlist is one message (rule T4). */
  private flush(): void {
    joinFrames(this.outgoing.splice(0)).forEach((message) => this.link.send(message));
  }

  private message(data: unknown): void {
    const frames = parseFrames(data);
    if (frames === null) this.reject();
    else frames.forEach((frame) => this.frame(frame));
  }

  private frame(frame: Frame): void {
    const check = this.checks[frame.type];
    if (check === undefined) return;
    const fits = check(frame);
    if (!fits) this.reject();
    const [route, verb, response] = parts(frame.type);
    if (verb === "update") this.update(route, frame.payload as Update, fits);
    else if (response || frame.type === "error") this.answer(frame, verb, fits);
    else if (!fits) return;
    else if (verb === "status") this.subscriptions.status(route, frame.payload as StatusPayload);
    else if (frame.type === "pong") this.pong(frame.payload as Pong);
    else if (frame.type === "server.draining")
      this.observable.change({ reason: "the server is restarting" });
  }

  private update(route: string, update: Partial<Update> | null | undefined, fits: boolean): void {
    // Without these two a frame that does not fit belongs to no place in no stream.
    if (typeof update?.topic !== "string" || !Number.isSafeInteger(update.seq)) return;
    if (fits) this.measure(update as Update);
    this.subscriptions.update(route, update as Update, fits);
  }

  private answer(frame: Frame, verb: string | undefined, fits: boolean): void {
    const { id } = frame;
    const request = this.requests.take(id);
    if (id === undefined || request === undefined) return;
    const payload = frame.payload as SubscribeOk | (Refusal & { status: "error" });
    if (!fits) this.subscriptions.refuse(id, request, INCOMPATIBLE);
    else if (frame.type === "error" || payload.status === "error") {
      this.subscriptions.refuse(id, request, payload as Refusal);
    } else if (verb === "subscribe") this.subscriptions.accept(id, request, payload);
    else this.subscriptions.left(id, request.subscription, payload.topic);
    request.done?.();
  }

  private pong({ t, ts, contract }: Pong): void {
    if (t != null) this.clock.measure(t, this.environment.now(), ts);
    const outdated = contract !== CONTRACT_VERSION;
    this.observable.change({ clockOffsetMs: this.clock.offsetMs, contract, outdated });
  }

  /** Takes an update's lag and what it overtook; tells both once a second at most. */
  private measure({ ts, skipped, snapshot }: Update): void {
    this.skipped += skipped ?? 0;
    const now = this.environment.now();
    if (snapshot === true || now - this.measuredAt < MEASURE_EVERY_MS) return;
    this.measuredAt = now;
    this.observable.change({ lagMs: this.clock.age(ts, now), skipped: this.skipped });
  }

  private reject(): void {
    this.observable.change({ rejected: this.status.rejected + 1 });
  }
}

interface Pong {
  t?: number | null;
  ts: number;
  contract: number;
}

const INCOMPATIBLE: Refusal = {
  code: "incompatible_response",
  message: "the server's answer did not fit its contract",
  temporary: false,
};

/** `bars.subscribe.response` is the response to verb `subscribe` of route `bars`. */
function parts(type: string): [route: string, verb: string | undefined, response: boolean] {
  const response = type.endsWith(".response");
  const request = response ? type.slice(0, -".response".length) : type;
  const dot = request.lastIndexOf(".");
  return dot < 0
    ? [type, undefined, response]
    : [request.slice(0, dot), request.slice(dot + 1), response];
}

function closed(reason: string | null): Refusal {
  return { code: "connection_closed", message: reason ?? "closed", temporary: false };
}
