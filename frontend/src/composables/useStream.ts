/** One stream of the server as state of a component. */

import {
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type ShallowRef,
} from "vue";
import {
  serverStreams,
  type StreamListener,
  type StreamParams,
  type StreamRoute,
  type StreamUpdate,
  type SubscriptionHandle,
  type TopicStatus,
  type WsStream,
} from "@/services/streams";

const CONNECTING: TopicStatus = { state: "connecting" };

export interface UseStreamOptions<Update> {
  /** Each update, for who keeps more than the newest. */
  onUpdate?: (update: Update) => void;
  /** The whole state: at the start, and whenever updates in between are lost. */
  onReplace?: (updates: Update[]) => void;
  /** What was read from history must be read again. */
  onGap?: () => void;
  /** Where the streams are; by default the page's server. */
  streams?: object;
}

export interface UsedStream<Update> {
  /** The newest update; null before the first, and of other params. */
  latest: ShallowRef<Update | null>;
  /** How the stream fares: stale, offline and failed are told here, never thrown. */
  status: ShallowRef<TopicStatus>;
  /** Ask for the state anew. */
  refresh(): void;
}

/**
 * Follow `route` for as long as the component lives.
 *
 * Other params end the old subscription and start another; null follows nothing. Several components
 * with the same params share one subscription and one socket.
 */
export function useStream<Route extends StreamRoute>(
  route: Route,
  params: MaybeRefOrGetter<StreamParams<Route> | null>,
  options: UseStreamOptions<StreamUpdate<Route>> = {},
): UsedStream<StreamUpdate<Route>> {
  type Update = StreamUpdate<Route>;
  const streams = (options.streams ?? serverStreams()) as Record<Route, WsStream<object, Update>>;
  const latest: ShallowRef<Update | null> = shallowRef(null);
  const status = shallowRef<TopicStatus>(CONNECTING);
  let handle: SubscriptionHandle | undefined;

  function take(update: Update | undefined): void {
    if (update !== undefined) latest.value = update;
  }

  const listener: StreamListener<Update> = {
    onUpdate: (update) => {
      take(update);
      options.onUpdate?.(update);
    },
    onReplace: (updates) => {
      take(updates.at(-1));
      options.onReplace?.(updates);
    },
    onGap: () => options.onGap?.(),
    onStatus: (next) => (status.value = next),
  };

  function leave(): void {
    void handle?.close();
    handle = undefined;
  }

  function follow(asked: object | null): void {
    leave();
    latest.value = null;
    status.value = CONNECTING;
    if (asked) handle = streams[route].listen(asked, listener);
  }

  // Params are data: a new object that says the same asks for nothing new.
  const key = (): string => JSON.stringify(toValue(params));
  watch(key, () => follow(toValue(params)), { immediate: true });
  onScopeDispose(leave);
  return { latest, status, refresh: () => handle?.refresh() };
}
