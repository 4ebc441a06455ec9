import type { TopicReading } from "./streamsFeed";

/** A rate looks back over so many looks, as the server's do: calm, and a fault shows within seconds. */
const LOOKS_KEPT = 6;

interface Look {
  at: number;
  updates: Map<string, number>;
}

/** A topic's name among those of this page. */
export function topicKey({ route, params }: Pick<TopicReading, "route" | "params">): string {
  return `${route}:${JSON.stringify(params)}`;
}

/** From counts, looked at now and then, to updates a second. */
export class UpdateRates {
  private readonly _looks: Look[] = [];

  /** Takes a look at `now` (Unix ms). */
  take(readings: readonly TopicReading[], now: number): void {
    const updates = new Map(readings.map((one) => [topicKey(one), one.updates]));
    this._looks.push({ at: now, updates });
    if (this._looks.length > LOOKS_KEPT) this._looks.shift();
  }

  /** Updates a second of a topic; null before two looks at it. */
  of(reading: TopicReading): number | null {
    const key = topicKey(reading);
    const first = this._looks.find(({ updates }) => updates.has(key));
    const last = this._looks.at(-1);
    const before = first?.updates.get(key);
    if (!first || !last || before === undefined || first === last) return null;
    const count = reading.updates - before;
    // A topic that was left and asked for again counts anew.
    return count < 0 ? null : (count * 1000) / (last.at - first.at);
  }
}
