/** What a server tells of its own streams, as the screen takes it; times are Unix ms of the server. */

/** In ms; null where nothing was measured. */
export interface Times {
  p50: number | null;
  p99: number | null;
}

export interface TopicActivity {
  route: string;
  /** The text of its request, cut where it is long. */
  params: string;
  listeners: number;
  updatesPerS: number | null;
  seq: number;
  state: "starting" | "live" | "stale" | "ended";
  /** Why it is not live. */
  code: string | null;
  lastUpdate: number | null;
}

export interface ConnectionClose {
  at: number;
  /** Its number in the server's log. */
  connection: number;
  code: number;
  reason: string;
  livedS: number;
  skipped: number;
}

export interface ServerActivity {
  at: number;
  /** Rates and times are of the last so many seconds. */
  windowS: number;
  draining: boolean;
  connections: number;
  connectionsPaused: number;
  subscriptions: number;
  outboxBytes: number;
  updatesPerS: number | null;
  deliveriesPerS: number | null;
  skipped: number;
  write: Times;
  loopLag: Times;
  producers: number;
  producerRestarts: number;
  topicCount: number;
  /** The busiest first. */
  topics: TopicActivity[];
  /** The newest first. */
  closes: ConnectionClose[];
}
