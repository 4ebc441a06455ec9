import { describe, expect, it } from "vitest";
import { mapServerActivity } from "@/plugins/mappers";
import { HandFedStream } from "@/testing/handFedStream";
import { ActivityService, type ServerActivity } from "../activityService";

const TOPIC = { route: "bars", params: "{}", listeners: 1, seq: 3, state: "live", code: null };
const CLOSE = { at: 1, connection: 2, code: 1006, reason: "cut", skipped: 4 };
const TOLD = {
  at: 9,
  window_s: 5,
  draining: false,
  connections: 1,
  connections_paused: 0,
  subscriptions: 2,
  outbox_bytes: 7,
  updates_per_s: 1.5,
  deliveries_per_s: null,
  skipped: 0,
  write: { p50: 0.1, p99: 2 },
  loop_lag: { p50: null, p99: null },
  producers: 1,
  producer_restarts: 0,
  topic_count: 1,
  topics: [{ ...TOPIC, updates_per_s: 2, last_update: 8 }],
  closes: [{ ...CLOSE, lived_s: 3.5 }],
} as Parameters<typeof mapServerActivity>[0];

describe("the activity of the server", () => {
  it("is asked for as a whole, and told as it comes", () => {
    const activity = new HandFedStream<ServerActivity>();
    const heard: number[] = [];
    const service = new ActivityService({ activity });

    const handle = service.listenActivity({ onUpdate: ({ at }) => heard.push(at) });
    activity.listeners.get(handle.listenerId)?.onUpdate(mapServerActivity(TOLD));

    expect([activity.asked, heard]).toEqual([[{}], [9]]);
  });

  it("has the names of the front end", () => {
    const activity = mapServerActivity(TOLD);

    expect(activity).toMatchObject({ windowS: 5, updatesPerS: 1.5, outboxBytes: 7, topicCount: 1 });
    expect(activity.topics).toEqual([{ ...TOPIC, updatesPerS: 2, lastUpdate: 8 }]);
    expect(activity.closes).toEqual([{ ...CLOSE, livedS: 3.5 }]);
  });
});
