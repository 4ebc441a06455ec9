/** A stream without a server: a mocker is asked for values on a timer. */

import { topicOf } from "./ws/topic";
import type { ListenOptions, StreamListener, SubscriptionHandle, WsStream } from "./wsStream";

const ASK_EVERY_MS = 100;
const LIVE = { state: "live" } as const;

interface Asked<Frontend> {
  topic: string;
  stop(): void;
  listener: StreamListener<Frontend>;
}

/** Feeds each listener with what `mocker` returns; null means that nothing happened. */
export class WebSocketFallback<Params extends object, Frontend> implements WsStream<
  Params,
  Frontend
> {
  private readonly asked = new Map<string, Asked<Frontend>[]>();
  private lastId = 0;

  constructor(
    private readonly mocker: () => Frontend | null,
    private readonly everyMs = ASK_EVERY_MS,
  ) {}

  subscribe(
    listenerId: string,
    params: Params,
    callback: (update: Frontend) => void,
  ): Promise<string> {
    return this.listen(params, { onUpdate: callback }, { listenerId }).ready;
  }

  unsubscribe(listenerId: string, topic?: string): Promise<void> {
    const all = this.asked.get(listenerId) ?? [];
    const ended = all.filter((each) => topic === undefined || each.topic === topic);
    ended.forEach((each) => each.stop());
    const kept = all.filter((each) => !ended.includes(each));
    if (kept.length > 0) this.asked.set(listenerId, kept);
    else this.asked.delete(listenerId);
    return Promise.resolve();
  }

  listen(
    params: Params,
    listener: StreamListener<Frontend>,
    { signal, listenerId = this.newId() }: ListenOptions = {},
  ): SubscriptionHandle {
    const topic = topicOf("mock", params);
    void this.unsubscribe(listenerId, topic);
    const timer = setInterval(() => {
      const value = this.mocker();
      if (value !== null) listener.onUpdate(value);
    }, this.everyMs);
    const asked = { topic, listener, stop: () => clearInterval(timer) };
    this.asked.set(listenerId, [...(this.asked.get(listenerId) ?? []), asked]);
    listener.onStatus?.(LIVE);
    const close = (): Promise<void> => this.unsubscribe(listenerId, topic);
    if (signal?.aborted === true) void close();
    signal?.addEventListener("abort", () => void close(), { once: true });
    // A mocker gives values as they come: it has no state that could be asked for anew.
    const refresh = (): void => undefined;
    return { listenerId, ready: Promise.resolve(topic), status: LIVE, close, refresh };
  }

  /** Stops all timers. */
  destroy(): void {
    [...this.asked.keys()].forEach((id) => void this.unsubscribe(id));
  }

  private newId(): string {
    this.lastId += 1;
    return `mock-${this.lastId}`;
  }
}
