import { shallowRef } from "vue";
import type { MarketFeed, MarketFreshness } from "./marketFeed";

/** How fresh one symbol at a time is; null until the server has said it. */
export class FreshnessStream {
  readonly freshness = shallowRef<MarketFreshness | null>(null);
  private _stop: (() => void) | null = null;

  constructor(private readonly _feed: MarketFeed) {}

  open(symbol: string): void {
    this.close();
    this._stop = this._feed.streamFreshness(symbol, (told) => (this.freshness.value = told));
  }

  close(): void {
    this._stop?.();
    this._stop = null;
    this.freshness.value = null;
  }
}
