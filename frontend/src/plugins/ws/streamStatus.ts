/** What a screen may show of the connection. */

export interface StreamStatus {
  /** `closed` is final: the server refused this client, or the page gave the socket up. */
  state: "connecting" | "live" | "offline" | "closed";
  /** In words, why it is not live; null while it is, or before anything went wrong. */
  reason: string | null;
  /** When the next attempt starts, in Unix ms of this machine; null when none is due. */
  retryAt: number | null;
  /** Failed attempts in a row. */
  attempts: number;
  /** How old the newest update was when it came, in ms, clocks compared; null before one came. */
  lagMs: number | null;
  /** Connections that came about since the page was opened. */
  connections: number;
  /** How the last connection, or attempt at one, was closed; null before, or where this page gave it up. */
  lastClose: { code: number; at: number } | null;
  /** Server clock minus this machine's, in ms; null before the first answer. */
  clockOffsetMs: number | null;
  /** Contract version of the server; null before the first answer. */
  contract: number | null;
  /** Topics that somebody listens to. */
  topics: number;
  /** Updates that newer ones of the same key overtook on the way, since the page was opened. */
  skipped: number;
  /** Frames that failed their check since the page was opened (rule R7). */
  rejected: number;
  /** The server speaks a newer contract: this page should be loaded again (rule F8). */
  outdated: boolean;
}

export const INITIAL_STATUS: StreamStatus = {
  state: "connecting",
  reason: null,
  retryAt: null,
  attempts: 0,
  lagMs: null,
  connections: 0,
  lastClose: null,
  clockOffsetMs: null,
  contract: null,
  topics: 0,
  skipped: 0,
  rejected: 0,
  outdated: false,
};

export type StatusListener = (status: Readonly<StreamStatus>) => void;

/** The current status and those who watch it. */
export class ObservableStatus {
  private status = INITIAL_STATUS;
  private readonly watchers = new Set<StatusListener>();

  constructor(private readonly report: (error: unknown) => void) {}

  get value(): Readonly<StreamStatus> {
    return this.status;
  }

  /** Calls `watcher` now and after each change; returns how to stop it. */
  watch(watcher: StatusListener): () => void {
    this.watchers.add(watcher);
    this.tell(watcher);
    return () => this.watchers.delete(watcher);
  }

  change(part: Partial<StreamStatus>): void {
    this.status = { ...this.status, ...part };
    [...this.watchers].forEach((watcher) => this.tell(watcher));
  }

  private tell(watcher: StatusListener): void {
    try {
      watcher(this.status);
    } catch (error) {
      this.report(error);
    }
  }
}
