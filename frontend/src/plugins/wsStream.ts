/** What every stream offers, whether a server or a mocker feeds it. */

import type { Position as StreamPosition, Refusal } from "./ws/messages";
import type { TopicStatus } from "./ws/topicSubscription";
import type { TopicReading } from "./ws/topicTally";

export type { Refusal, StreamPosition, TopicReading, TopicStatus };
export { SubscriptionError } from "./ws/listeners";

export interface StreamListener<Frontend> {
  /** One new update. */
  onUpdate(update: Frontend): void;
  /**
   * The whole state: after subscribing, and whenever the updates in between are lost. What is not
   * in it is gone. Without this callback each value comes to `onUpdate`.
   */
  onReplace?(updates: Frontend[]): void;
  /** Updates are missing for good: what was read from history must be read again. */
  onGap?(): void;
  onStatus?(status: TopicStatus): void;
}

/** One listener's hold on a topic. */
export interface SubscriptionHandle {
  readonly listenerId: string;
  /** The topic, once the server has confirmed it; rejects with a `SubscriptionError`. */
  readonly ready: Promise<string>;
  readonly status: TopicStatus;
  /** Asks for the topic's state anew: it comes as one replace. */
  refresh(): void;
  /** Ends it; resolves when the server has answered, or the connection is gone. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Ends the subscription when it aborts. */
  signal?: AbortSignal;
  /** Name of the listener; by default one that nobody else has. */
  listenerId?: string;
  /**
   * What the listener has read of the stream already, by a list over REST (rule R6): it gets what
   * came after, or one replace where the server cannot tell.
   */
  from?: StreamPosition;
}

export interface WsStream<Params extends object, Frontend> {
  /**
   * Calls `callback` with the topic's state and then each update; resolves with the topic once the
   * server has confirmed it, rejects with a `SubscriptionError`.
   */
  subscribe(
    listenerId: string,
    params: Params,
    callback: (update: Frontend) => void,
  ): Promise<string>;
  /** Ends what `listenerId` listens to: `topic`, or all of this stream. */
  unsubscribe(listenerId: string, topic?: string): Promise<void>;
  /** Subscribes with everything there is to know: replaced state, gaps, status, abort. */
  listen(
    params: Params,
    listener: StreamListener<Frontend>,
    options?: ListenOptions,
  ): SubscriptionHandle;
}
