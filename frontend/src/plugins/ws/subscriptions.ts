/**
 * All topics of one socket: who listens to what, merged by the topic that the server names.
 *
 * Topics built here only find a subscription before the server has answered; whoever spells the
 * same thing in another way joins when the response names a topic that is held already.
 */

import { type HoldingRule } from "./holding";
import { Listeners, SubscriptionError, type Listener } from "./listeners";
import type {
  Frame,
  Position,
  Refusal,
  RequestId,
  StatusPayload,
  SubscribeOk,
  Update,
} from "./messages";
import { topicOf } from "./topic";
import { TopicTally, type TopicReading } from "./topicTally";
import {
  TopicSubscription,
  type SubscriptionPort,
  type SubscriptionState,
} from "./topicSubscription";

export interface SubscriptionLine {
  connected(): boolean;
  /** Sends a frame under a new id and returns the id. */
  request(frame: Frame, request: TopicRequest): RequestId;
  /** Runs after the backoff of the `attempt`-th refusal in a row; returns how to cancel it. */
  afterBackoff(attempt: number, run: () => void): () => void;
  /** Unix ms. */
  now(): number;
  /** How old something stamped `ts` by the server is at `now`, in ms; null before clocks compare. */
  age(ts: number, now: number): number | null;
  report(error: unknown): void;
}

/** What a request in flight was for. */
export interface TopicRequest {
  verb: "subscribe" | "unsubscribe";
  subscription: Subscription;
  /** Called when the answer has come or cannot come any more. */
  done?: () => void;
}

interface Subscription {
  route: string;
  params: object;
  /** The topic as built here. */
  expected: string;
  /** The topic as the server named it. */
  topic: string | null;
  listeners: Listeners;
  machine: TopicSubscription;
  tally: TopicTally;
  /** The unsubscribe under way. */
  leaving: TopicRequest | undefined;
}

export class Subscriptions {
  private readonly byExpected = new Map<string, Subscription>();
  private readonly byTopic = new Map<string, Subscription>();
  private ended: Refusal | undefined;

  constructor(private readonly line: SubscriptionLine) {}

  /** How many topics somebody listens to. */
  get size(): number {
    return new Set(this.byExpected.values()).size;
  }

  /**
   * Adds a listener; resolves with the topic once the server has confirmed it.
   * @param from what this listener has read of the topic already; of use to the first one alone,
   * the others need the state and get it
   * @throws TopicError when `params` name no topic
   */
  add(
    route: string,
    id: string,
    params: object,
    listener: Listener,
    rule: HoldingRule,
    from?: Position,
  ): Promise<string> {
    if (this.ended !== undefined) return Promise.reject(new SubscriptionError(this.ended));
    const expected = topicOf(route, params);
    const subscription =
      this.byExpected.get(expected) ?? this.create(route, params, expected, rule);
    const { name } = subscription.machine.state;
    const confirmed = name === "live" || name === "loading" ? subscription.topic : null;
    const { listeners, machine } = subscription;
    const isFirst = listeners.size === 0;
    if (isFirst && from !== undefined) listeners.forgetState();
    const answered = listeners.add(id, listener, confirmed);
    if (!isFirst) bringState(subscription);
    machine.start(isFirst ? from : undefined);
    return answered;
  }

  /** Removes listener `id` of `route` from `topic`, or from all topics; resolves when it is done. */
  async remove(route: string, id: string, topic?: string): Promise<void> {
    const left = this.of(route, topic).filter(({ listeners }) => listeners.remove(id));
    await Promise.all(left.map((subscription) => this.leave(subscription)));
  }

  /** The socket is open: each topic that somebody listens to is asked for once. */
  open(): void {
    this.each(({ machine }) => machine.resume());
  }

  /** The socket is gone: nothing in flight will be answered. */
  cut(): void {
    this.each((subscription) => {
      subscription.tally.cut();
      subscription.machine.cut();
      this.settle(subscription);
    });
  }

  /** There will be no other connection. */
  end(refusal: Refusal): void {
    this.ended = refusal;
    this.each((subscription) => {
      subscription.machine.abandon(refusal);
      this.settle(subscription);
    });
  }

  /** An ok to a subscribe. */
  accept(id: RequestId, { subscription }: TopicRequest, ok: SubscribeOk): void {
    const holder = this.byTopic.get(ok.topic);
    if (!subscription.machine.awaits(id)) {
      // Nobody waits for it any more, but it opened anew what the other spelling listens to.
      if (holder !== subscription && !ok.held) holder?.machine.restart();
      return;
    }
    if (holder !== undefined && holder !== subscription) {
      this.merge(subscription, holder, ok);
      return;
    }
    if (subscription.topic !== null) this.byTopic.delete(subscription.topic);
    subscription.topic = ok.topic;
    this.byTopic.set(ok.topic, subscription);
    subscription.listeners.confirm(ok.topic);
    subscription.machine.accept(id, ok);
  }

  /** A no to any request. */
  refuse(id: RequestId, { subscription, verb }: TopicRequest, refusal: Refusal): void {
    if (verb === "unsubscribe") this.left(id, subscription, undefined);
    else {
      subscription.machine.refuse(id, refusal);
      this.settle(subscription);
    }
  }

  /** The answer to an unsubscribe; `topic` has no updates any more. */
  left(id: RequestId, subscription: Subscription, topic: string | undefined): void {
    const holder = topic === undefined ? undefined : this.byTopic.get(topic);
    // Two spellings of one topic: the other one's end was ours too.
    if (holder !== undefined && holder !== subscription) holder.machine.restart();
    const { state } = subscription.machine;
    if (state.name === "closing" && state.id === id) this.forget(subscription);
  }

  /** An update; `fits` says whether it passed its check. */
  update(route: string, update: Update, fits: boolean): void {
    const subscription = this.byTopic.get(update.topic);
    if (subscription?.route === route) subscription.machine.receive(update, fits);
    if (subscription) this.settle(subscription);
  }

  status(route: string, payload: StatusPayload): void {
    const subscription = this.byTopic.get(payload.topic);
    if (subscription?.route !== route) return;
    subscription.machine.hear(payload);
    this.settle(subscription);
  }

  /** Asks for the state of the topic of `params` anew: it comes to its listeners as one replace. */
  refresh(route: string, params: object): void {
    this.byExpected.get(topicOf(route, params))?.machine.refresh();
  }

  /** Reads how each topic fares. */
  read(): TopicReading[] {
    return [...new Set(this.byExpected.values())].map((subscription) => {
      const { route, params, listeners, machine, tally } = subscription;
      const position = positionOf(machine.state);
      const { size, told } = listeners;
      return { route, params, listeners: size, status: told, position, ...tally.read() };
    });
  }

  private create(route: string, params: object, expected: string, rule: HoldingRule): Subscription {
    const listeners = new Listeners(rule, (error) => this.line.report(error));
    const subscription: Subscription = {
      route,
      params,
      expected,
      topic: null,
      listeners,
      machine: new TopicSubscription(this.port(() => subscription)),
      tally: new TopicTally(),
      leaving: undefined,
    };
    this.byExpected.set(expected, subscription);
    return subscription;
  }

  private port(of: () => Subscription): SubscriptionPort {
    const { line } = this;
    let cancel = (): void => undefined;
    const send = (verb: TopicRequest["verb"], recover?: object): RequestId => {
      const { route, params } = of();
      const frame = { type: `${route}.${verb}`, payload: params, ...(recover && { recover }) };
      const request: TopicRequest = { verb, subscription: of() };
      if (verb === "unsubscribe") of().leaving = request;
      return line.request(frame, request);
    };
    return {
      connected: () => line.connected(),
      sendSubscribe: (recover) => send("subscribe", recover),
      sendUnsubscribe: () => send("unsubscribe"),
      startRetry: (attempt) => {
        cancel = line.afterBackoff(attempt, () => of().machine.retry());
      },
      cancelRetry: () => cancel(),
      replace: (payloads) => of().listeners.replace(payloads),
      update: (update) => {
        const now = line.now();
        of().tally.take(update, now, line.age(update.ts, now));
        of().listeners.update(update);
      },
      gap: () => {
        of().tally.gap();
        of().listeners.gap();
      },
      status: (status) => of().listeners.status(status),
    };
  }

  /** `subscription` turned out to be another spelling of what `holder` listens to. */
  private merge(subscription: Subscription, holder: Subscription, ok: SubscribeOk): void {
    this.byExpected.set(subscription.expected, holder);
    const { name } = holder.machine.state;
    const confirmed = name === "live" || name === "loading" ? ok.topic : null;
    subscription.listeners.moveTo(holder.listeners, confirmed);
    // A response that opened the subscription anew says that the server knew nothing of the holder.
    if (!ok.held) holder.machine.restart();
    bringState(holder);
    holder.machine.start();
  }

  private leave(subscription: Subscription): Promise<void> {
    if (subscription.listeners.size > 0) return Promise.resolve();
    if (subscription.machine.stop()) {
      this.forget(subscription);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      if (subscription.leaving) subscription.leaving.done = resolve;
    });
  }

  /** Forgets a subscription that nobody listens to and that waits for nothing. */
  private settle(subscription: Subscription): void {
    const idle = subscription.machine.state.name !== "closing";
    if (idle && subscription.listeners.size === 0) this.forget(subscription);
  }

  private forget(subscription: Subscription): void {
    for (const [expected, each] of this.byExpected) {
      if (each === subscription) this.byExpected.delete(expected);
    }
    const { topic } = subscription;
    if (topic !== null && this.byTopic.get(topic) === subscription) this.byTopic.delete(topic);
  }

  private of(route: string, topic: string | undefined): Subscription[] {
    const found =
      topic === undefined
        ? this.byExpected.values()
        : [this.byTopic.get(topic), this.byExpected.get(topic)];
    return [...new Set(found)].filter((each): each is Subscription => each?.route === route);
  }

  private each(run: (subscription: Subscription) => void): void {
    [...new Set(this.byExpected.values())].forEach(run);
  }
}

/** Where a topic is, or where it will go on. */
function positionOf(state: SubscriptionState): Position | null {
  if ("at" in state) return state.at;
  return ("recover" in state ? state.recover : undefined) ?? null;
}

/** Asks for the state that a late listener needs, where it is not here and would not come. */
function bringState({ listeners, machine }: Subscription): void {
  if (!listeners.isComplete && goesOn(machine)) machine.refresh();
}

/** Whether the topic goes on from a position: no state comes by itself. */
function goesOn({ state }: TopicSubscription): boolean {
  if (state.name === "live") return true;
  return "recover" in state && state.recover !== undefined;
}
