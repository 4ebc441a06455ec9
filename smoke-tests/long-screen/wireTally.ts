/** Reads frames as they crossed the wire and keeps the books of each topic, apart from the client. */

export interface WireTopic {
  epoch: string;
  /** Responses that opened it: more than one says that somebody asked again. */
  opened: number;
  /** The last update's number; before the first that of the state. */
  seq: number;
  updates: number;
  /** Updates that newer ones overtook on the way, as the server told. */
  skipped: number;
  /** Updates that came again. */
  repeated: number;
  /** Numbers that are missing although the server told of no skipping. */
  holes: number;
  gaps: number;
  /** The last value, as the server wrote it. */
  payload: unknown;
}

/** Sums over all topics of what the browser was sent. */
export interface WireTotals extends Pick<
  WireTopic,
  "updates" | "skipped" | "repeated" | "holes" | "gaps"
> {
  topics: number;
  /** Updates of the topic that had the fewest, and of the one that had the most. */
  fewest: number;
  most: number;
  sockets: number;
}

interface WireFrame {
  type: string;
  payload: {
    status?: string;
    topic: string;
    epoch: string;
    seq: number;
    payload: unknown;
    snapshot?: boolean | number;
    skipped?: number;
    gap?: boolean;
  };
}

export class WireTally {
  readonly topics = new Map<string, WireTopic>();
  /** Answers that refused something. */
  readonly refused: string[] = [];

  /** Take one message of the server. */
  take(message: string): void {
    const frames = [JSON.parse(message) as WireFrame | WireFrame[]].flat();
    for (const frame of frames) this.takeFrame(frame);
  }

  get updates(): number {
    return [...this.topics.values()].reduce((sum, { updates }) => sum + updates, 0);
  }

  totals(): Omit<WireTotals, "sockets"> {
    const all = [...this.topics.values()];
    const counts = all.map(({ updates }) => updates);
    const sum = (name: "skipped" | "repeated" | "holes" | "gaps"): number =>
      all.reduce((total, topic) => total + topic[name], 0);
    return {
      topics: all.length,
      updates: this.updates,
      fewest: Math.min(...counts),
      most: Math.max(...counts),
      skipped: sum("skipped"),
      repeated: sum("repeated"),
      holes: sum("holes"),
      gaps: sum("gaps"),
    };
  }

  private takeFrame({ type, payload }: WireFrame): void {
    if (type.endsWith(".subscribe.response")) this.open(payload);
    else if (type.endsWith(".update")) this.update(payload);
  }

  private open(answer: WireFrame["payload"]): void {
    if (answer.status !== "ok") {
      this.refused.push(JSON.stringify(answer));
      return;
    }
    const { topic, epoch, seq } = answer;
    const fresh = { updates: 0, skipped: 0, repeated: 0, holes: 0, gaps: 0, payload: null };
    const before = this.topics.get(topic) ?? { ...fresh, opened: 0 };
    this.topics.set(topic, { ...before, opened: before.opened + 1, epoch, seq });
  }

  private update({ topic, seq, payload, snapshot, skipped = 0, gap }: WireFrame["payload"]): void {
    const books = this.topics.get(topic);
    if (!books) throw new Error(`an update of ${topic}, which nobody has opened`);
    books.payload = payload;
    if (snapshot === true) return;
    if (seq <= books.seq) books.repeated += 1;
    else if (seq !== books.seq + 1 + skipped) books.holes += 1;
    books.seq = seq;
    books.updates += 1;
    books.skipped += skipped;
    if (gap === true) books.gaps += 1;
  }
}
