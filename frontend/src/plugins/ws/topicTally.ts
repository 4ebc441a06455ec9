/** What a topic has brought so far: counted as it comes, read when somebody asks. */

import type { Position, Update } from "./messages";
import type { TopicStatus } from "./topicSubscription";

/** Lags are those of the newest updates, this many. */
const LAGS_KEPT = 128;

/** How old updates were when they came, in ms, clocks compared. */
export interface Lag {
  newest: number;
  /** Half of the newest updates came within it. */
  p50: number;
  p99: number;
}

/** One topic of this page, as it fares now; counts begin when the page first listens. */
export interface TopicReading {
  route: string;
  params: object;
  listeners: number;
  status: TopicStatus;
  /** The last update that is here; null before the first state. */
  position: Position | null;
  updates: number;
  /** Updates that newer ones of the same key overtook on the way. */
  skipped: number;
  /** How often updates were lost for good. */
  gaps: number;
  /** How often the connection was lost under it. */
  cuts: number;
  /** Unix ms of this machine; null before the first update. */
  lastUpdateAt: number | null;
  /** Null before an update came whose age can be told. */
  lag: Lag | null;
}

export class TopicTally {
  private updates = 0;
  private skipped = 0;
  private gaps = 0;
  private cuts = 0;
  private lastUpdateAt: number | null = null;
  /** A ring: the place of update n is n modulo its size. */
  private readonly lags: number[] = [];
  private measured = 0;

  /** Takes one update that came at `now`, `lagMs` after it was published. */
  take({ skipped }: Update, now: number, lagMs: number | null): void {
    this.updates += 1;
    this.skipped += skipped ?? 0;
    this.lastUpdateAt = now;
    if (lagMs === null) return;
    this.lags[this.measured % LAGS_KEPT] = lagMs;
    this.measured += 1;
  }

  gap(): void {
    this.gaps += 1;
  }

  cut(): void {
    this.cuts += 1;
  }

  read(): Omit<TopicReading, "route" | "params" | "listeners" | "status" | "position"> {
    const { updates, skipped, gaps, cuts, lastUpdateAt } = this;
    return { updates, skipped, gaps, cuts, lastUpdateAt, lag: this.lag() };
  }

  private lag(): Lag | null {
    const newest = this.lags[(this.measured - 1) % LAGS_KEPT];
    if (newest === undefined) return null;
    const ascending = [...this.lags].sort((a, b) => a - b);
    const at = (part: number): number =>
      ascending[Math.ceil(part * ascending.length) - 1] ?? newest;
    return { newest, p50: at(0.5), p99: at(0.99) };
  }
}
