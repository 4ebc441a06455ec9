/** What is counted over the whole long screen, each in constant memory. */

/** How often each whole number came; the last place counts all that are larger. */
export class Histogram {
  private readonly counts: Uint32Array;

  constructor(places: number) {
    this.counts = new Uint32Array(places);
  }

  add(value: number): void {
    const place = Math.min(this.counts.length - 1, Math.max(0, Math.round(value)));
    this.counts[place] = (this.counts[place] ?? 0) + 1;
  }

  /** The smallest number that `part` (0 to 1) of all values do not exceed; null without values. */
  quantile(part: number): number | null {
    const total = this.counts.reduce((sum, count) => sum + count, 0);
    let left = part * total;
    const place = this.counts.findIndex((count) => (left -= count) <= 0 && count > 0);
    return total === 0 ? null : place;
  }
}

export interface LongTasks {
  count: number;
  totalMs: number;
  longestMs: number;
}

export const NO_LONG_TASKS: LongTasks = { count: 0, totalMs: 0, longestMs: 0 };

/** Counts tasks over 50 ms: as long as one runs, the page does not answer its reader. */
export function countLongTasks(): LongTasks {
  const tasks = { ...NO_LONG_TASKS };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      tasks.count += 1;
      tasks.totalMs += duration;
      tasks.longestMs = Math.max(tasks.longestMs, duration);
    }
  });
  observer.observe({ type: "longtask" });
  return tasks;
}
