/** The listeners of one topic, and what the client holds of it for those who come late. */

import { Holding, type HoldingRule } from "./holding";
import type { Refusal, Update } from "./messages";
import type { TopicStatus } from "./topicSubscription";

/** One callback in the browser, with what else it wants to know. */
export interface Listener {
  /** One new update. */
  onUpdate(payload: unknown, update: Update): void;
  /** The whole state: after subscribing, and whenever the updates in between are lost. */
  onReplace(payloads: readonly unknown[]): void;
  /** Updates are missing for good: history must be read again. */
  onGap?(): void;
  onStatus?(status: TopicStatus): void;
}

/** A subscription that did not come about or ended before it did. */
export class SubscriptionError extends Error {
  readonly code: string;
  readonly temporary: boolean;

  constructor({ code, message, temporary }: Refusal) {
    super(message);
    this.name = "SubscriptionError";
    this.code = code;
    this.temporary = temporary;
  }
}

const CANCELLED: Refusal = {
  code: "cancelled",
  message: "unsubscribed before the server answered",
  temporary: false,
};

interface Joined {
  listener: Listener;
  /** Set until the server has answered. */
  pending: { resolve: (topic: string) => void; reject: (error: Error) => void } | undefined;
}

export class Listeners {
  private readonly joined = new Map<string, Joined>();
  private readonly holding: Holding;
  private complete = false;
  private last: TopicStatus = { state: "connecting" };

  constructor(
    rule: HoldingRule,
    private readonly report: (error: unknown) => void,
  ) {
    this.holding = new Holding(rule);
  }

  get size(): number {
    return this.joined.size;
  }

  /** Whether the whole state is here for who comes late. */
  get isComplete(): boolean {
    return this.complete;
  }

  /** Forgets the state: the next listener brings its own. */
  forgetState(): void {
    this.complete = false;
    this.holding.replace([]);
  }

  /** How the topic fares, as it was told last. */
  get told(): TopicStatus {
    return this.last;
  }

  has(id: string): boolean {
    return this.joined.has(id);
  }

  /**
   * Adds a listener, in the place of one with the same id. One that joins a topic whose state is
   * here gets it at once; the promise waits for the server where it has not answered (`topic` null).
   */
  add(id: string, listener: Listener, topic: string | null): Promise<string> {
    this.remove(id);
    const entry: Joined = { listener, pending: undefined };
    this.joined.set(id, entry);
    const answered = new Promise<string>((resolve, reject) => {
      if (topic === null) entry.pending = { resolve, reject };
      else resolve(topic);
    });
    this.tell(() => listener.onStatus?.(this.last));
    if (this.complete) this.tell(() => listener.onReplace(this.holding.values()));
    return answered;
  }

  /** Removes a listener; its promise rejects if it is still waiting. */
  remove(id: string): boolean {
    const entry = this.joined.get(id);
    this.joined.delete(id);
    entry?.pending?.reject(new SubscriptionError(CANCELLED));
    return entry !== undefined;
  }

  /** Moves everybody to `others`, which serve the same topic. */
  moveTo(others: Listeners, topic: string | null): void {
    for (const [id, { listener, pending }] of this.joined) {
      const answered = others.add(id, listener, topic);
      if (pending) answered.then(pending.resolve, pending.reject);
      else answered.catch(() => undefined);
    }
    this.joined.clear();
  }

  /** The server has answered: `topic` is the stream's name. */
  confirm(topic: string): void {
    for (const entry of this.joined.values()) {
      entry.pending?.resolve(topic);
      entry.pending = undefined;
    }
  }

  replace(payloads: readonly unknown[]): void {
    this.holding.replace(payloads);
    this.complete = !this.holding.isElsewhere;
    this.each((listener) => listener.onReplace(payloads));
  }

  update(update: Update): void {
    this.holding.put(update.payload);
    this.each((listener) => listener.onUpdate(update.payload, update));
  }

  gap(): void {
    this.each((listener) => listener.onGap?.());
  }

  /** Tells how the topic fares; who still waits for an answer that failed is rejected and removed. */
  status(status: TopicStatus): void {
    this.last = status;
    const { reason } = status;
    const waiting =
      status.state === "failed" ? [...this.joined].filter(([, { pending }]) => pending) : [];
    this.each((listener) => listener.onStatus?.(status));
    for (const [id, entry] of waiting) {
      if (this.joined.get(id) === entry) this.joined.delete(id);
      if (reason !== undefined) entry.pending?.reject(new SubscriptionError(reason));
    }
  }

  private each(call: (listener: Listener) => void): void {
    // A copy: who joins now has the state already, who leaves now is not called any more.
    for (const [id, entry] of [...this.joined]) {
      if (this.joined.get(id) === entry) this.tell(() => call(entry.listener));
    }
  }

  private tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.report(error);
    }
  }
}
