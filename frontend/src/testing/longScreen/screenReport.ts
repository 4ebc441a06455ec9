/** What the long screen knows of itself, as its judge reads it. */

import type { ConnectionStatus } from "@/services/streamConnection";
import type { LongTasks } from "./tallies";
import type { TopicReport } from "./topicRecord";

/** How the judge speaks to the page: `window.longScreen`. */
export interface LongScreen {
  /** Forgets lags and long tasks so far. */
  startMeasuring(): void;
  report(): ScreenReport;
}

export interface ScreenReport {
  topics: TopicReport[];
  connection: ConnectionStatus | undefined;
  longTasks: LongTasks;
  /** How old updates were when they came, looked at once a second; null before the first. */
  lagMs: { p50: number | null; p99: number | null };
}
