/** Requests in flight, by id, with one deadline for the oldest of them (rule R5). */

import { startDeadline, type CancelTimer, type StreamEnvironment } from "./environment";
import type { RequestId } from "./messages";

const ANSWER_WITHIN_MS = 10_000;

export class Requests<T> {
  private readonly pending = new Map<RequestId, { request: T; sentAt: number }>();
  private lastId = 0;
  private cancel: CancelTimer | undefined;

  /** @param onSilence called when a request was not answered in time */
  constructor(
    private readonly environment: StreamEnvironment,
    private readonly onSilence: () => void,
  ) {}

  /** Registers a request and returns its id. */
  add(request: T): RequestId {
    this.lastId += 1;
    this.pending.set(this.lastId, { request, sentAt: this.environment.now() });
    if (this.cancel === undefined) this.watch(ANSWER_WITHIN_MS);
    return this.lastId;
  }

  /** Returns the request that `id` answers and forgets it; undefined for an answer out of turn. */
  take(id: RequestId | undefined): T | undefined {
    if (id === undefined) return undefined;
    const entry = this.pending.get(id);
    this.pending.delete(id);
    return entry?.request;
  }

  /** Forgets all of them: their connection is gone. Returns them in order. */
  clear(): T[] {
    this.cancel?.();
    this.cancel = undefined;
    const requests = [...this.pending.values()].map(({ request }) => request);
    this.pending.clear();
    return requests;
  }

  private watch(ms: number): void {
    this.cancel = startDeadline(this.environment, ms, () => {
      this.cancel = undefined;
      const [oldest] = this.pending.values();
      if (oldest === undefined) return;
      const left = oldest.sentAt + ANSWER_WITHIN_MS - this.environment.now();
      if (left > 0) this.watch(left);
      else this.onSilence();
    });
  }
}
