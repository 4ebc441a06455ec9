/**
 * The state of one route of an account: read as a list, then followed by its stream from there.
 *
 * There is no seam (rule R6): the list names its place in the stream, and the subscription goes on
 * from it. Each change is told once, in order, after it can be read here.
 */

import type { Listed } from "@/plugins/accountTypes";
import { ApiError } from "@/plugins/apiAnswer";
import type { SubscriptionHandle, TopicStatus, WsStream } from "@/plugins/wsStream";

export interface ListedSource<T> {
  list(): Promise<Listed<T>>;
  stream: WsStream<{ accountId: string }, T>;
  accountId: string;
}

export interface StateListener<T> {
  changed(item: T): void;
  /** These were in the state and are not any more, and no update has said why. */
  lost(items: T[]): void;
  status(status: TopicStatus): void;
}

export class ListedState<T extends { id: string }> {
  private readonly items = new Map<string, T>();
  private readonly tellings = new Map<string, number>();
  private handle: SubscriptionHandle | undefined;
  private closed = false;
  private updates = 0;
  private readings = 0;
  private known: () => void = () => undefined;
  private refuse: (error: unknown) => void = () => undefined;
  /** Resolves once there is a state, from the list or from the stream. */
  private readonly first = new Promise<void>((resolve, reject) => {
    this.known = resolve;
    this.refuse = reject;
  });

  constructor(
    private readonly source: ListedSource<T>,
    private readonly listener: StateListener<T>,
  ) {
    this.first.catch(() => undefined);
    void this.read();
  }

  /** The state as last told; rejects with an `ApiError` when it is refused for good. */
  async values(): Promise<T[]> {
    await this.first;
    return [...this.items.values()];
  }

  get(id: string): T | undefined {
    return this.items.get(id);
  }

  /** How often `id` was told of so far. */
  tellingsOf(id: string): number {
    return this.tellings.get(id) ?? 0;
  }

  /** Reads the list again and follows from there: what was missed is told as changes. */
  async read(): Promise<void> {
    const heard = this.updates;
    const reading = (this.readings += 1);
    const listed = await this.source.list().catch((error: unknown) => error);
    // Where updates came meanwhile the stream is well, and the list may be older than they are;
    // of lists that were asked for at once an earlier one may come last.
    if (this.closed || this.updates !== heard || this.readings !== reading) return;
    if (isListed<T>(listed)) {
      this.take(listed.items, false);
      this.follow(listed.at);
    } else if (listed instanceof ApiError && !listed.temporary) {
      this.refuse(listed);
    } else if (this.handle === undefined) {
      // The stream comes by itself as soon as it can, with the whole state.
      this.follow(undefined);
    }
  }

  /** Tells of `id` as it is now; nothing when it is unknown. */
  tellAgain(id: string): void {
    const item = this.items.get(id);
    if (item !== undefined && !this.closed) this.tell(item);
  }

  close(): void {
    this.closed = true;
    void this.handle?.close();
  }

  private follow(from: Listed<T>["at"] | undefined): void {
    void this.handle?.close();
    const { stream, accountId } = this.source;
    const listener = {
      onUpdate: (item: T) => this.put(item),
      onReplace: (items: T[]) => this.take(items, true),
      onStatus: (status: TopicStatus) => this.heard(status),
    };
    this.handle = stream.listen({ accountId }, listener, { ...(from && { from }) });
  }

  private heard(status: TopicStatus): void {
    if (this.closed) return;
    if (status.state === "failed" && status.reason !== undefined) {
      this.refuse(new ApiError(status.reason.code, status.reason.message, null));
    }
    this.listener.status(status);
  }

  /** Takes a whole state; the first one is not told: whoever asks for it reads it. */
  private take(items: readonly T[], isReplace: boolean): void {
    const isFirst = !isReplace && this.handle === undefined;
    const before = new Map(this.items);
    this.items.clear();
    items.forEach((item) => this.items.set(item.id, item));
    this.known();
    if (isFirst) return;
    items.filter((item) => !isSame(before.get(item.id), item)).forEach((item) => this.tell(item));
    const lost = [...before.values()].filter(({ id }) => !this.items.has(id));
    if (lost.length > 0) this.listener.lost(lost);
  }

  private put(item: T): void {
    if (this.closed) return;
    this.updates += 1;
    this.items.set(item.id, item);
    this.known();
    this.tell(item);
  }

  private tell(item: T): void {
    this.tellings.set(item.id, this.tellingsOf(item.id) + 1);
    this.listener.changed(item);
  }
}

function isListed<T>(value: unknown): value is Listed<T> {
  return typeof value === "object" && value !== null && "items" in value;
}

function isSame(a: object | undefined, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
