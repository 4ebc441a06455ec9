import { useIntervalFn } from "@vueuse/core";
import { computed, onScopeDispose, shallowRef } from "vue";
import type { ConnectionStatus, ServerActivity, StreamsFeed, TopicStatus } from "./streamsFeed";
import { streamsState } from "./streamsState";
import { UpdateRates } from "./updateRates";

const LOOK_MS = 1000;
/** Twice a second, so that a countdown in seconds never skips one. */
const CLOCK_MS = 500;

/** Everything that the page of the live streams shows, from its opening on. */
export function useStreamsPage(feed: StreamsFeed) {
  const now = shallowRef(Date.now());
  useIntervalFn(() => (now.value = Date.now()), CLOCK_MS);

  const link = shallowRef<ConnectionStatus | null>(null);
  onScopeDispose(feed.watchLink((status) => (link.value = status)));
  const server = watchServer(feed);
  const own = lookAtTopics(feed);

  const state = computed(() =>
    link.value === null
      ? null
      : streamsState({
          link: link.value,
          server: server.status.value,
          draining: server.activity.value?.draining ?? false,
          heardAt: server.heardAt.value,
          now: now.value,
        }),
  );
  return { now, link, state, own, activity: server.activity, heardAt: server.heardAt };
}

function watchServer(feed: StreamsFeed) {
  const activity = shallowRef<ServerActivity | null>(null);
  const heardAt = shallowRef<number | null>(null);
  const status = shallowRef<TopicStatus>({ state: "connecting" });
  const take = (told: ServerActivity): void => {
    activity.value = told;
    heardAt.value = Date.now();
  };
  onScopeDispose(feed.watchServer(take, (told) => (status.value = told)));
  return { activity, heardAt, status };
}

/** The topics of this page, with their updates a second, looked at once a second. */
function lookAtTopics(feed: StreamsFeed) {
  const rates = new UpdateRates();
  const look = () => {
    const readings = feed.readTopics();
    rates.take(readings, Date.now());
    return readings.map((reading) => ({ ...reading, updatesPerS: rates.of(reading) }));
  };
  const own = shallowRef(look());
  useIntervalFn(() => (own.value = look()), LOOK_MS);
  return own;
}
