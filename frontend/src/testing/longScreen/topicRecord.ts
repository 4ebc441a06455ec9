/** What one topic's listener has heard on the long screen. */

import type { StreamListener, TopicStatus } from "@/services/datafeedService";

/** What the judge reads of one topic. */
export interface TopicReport {
  /** As the server named it; empty before it has answered. */
  topic: string;
  /** Calls with one new update. */
  updates: number;
  /** Calls with the whole state: one is the first. */
  replaced: number;
  gaps: number;
  state: string;
  /** The last value that came, in the front end's type. */
  last: unknown;
}

export class TopicRecord<Value> implements StreamListener<Value> {
  readonly report: TopicReport;

  /** @param onChange called after each change: something is to be drawn */
  constructor(private readonly onChange: () => void) {
    this.report = { topic: "", updates: 0, replaced: 0, gaps: 0, state: "connecting", last: null };
  }

  onUpdate(value: Value): void {
    this.report.updates += 1;
    this.report.last = value;
    this.onChange();
  }

  onReplace(values: Value[]): void {
    this.report.replaced += 1;
    this.report.last = values.at(-1) ?? null;
    this.onChange();
  }

  onGap(): void {
    this.report.gaps += 1;
  }

  onStatus({ state }: TopicStatus): void {
    this.report.state = state;
    this.onChange();
  }
}
