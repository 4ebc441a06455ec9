/** Collects what a callback gets; waits for so many of them without sleeping. */
export class Collected<T> {
  readonly items: T[] = [];
  private waiting: { count: number; resolve: (items: T[]) => void }[] = [];

  readonly add = (item: T): void => {
    this.items.push(item);
    const ready = this.waiting.filter(({ count }) => count <= this.items.length);
    this.waiting = this.waiting.filter((each) => !ready.includes(each));
    ready.forEach(({ resolve }) => resolve(this.items));
  };

  /** Resolves once `count` items are here. */
  atLeast(count: number): Promise<T[]> {
    if (this.items.length >= count) return Promise.resolve(this.items);
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }
}
