import { shallowRef } from "vue";
import type { DatafeedQuoteValues } from "@public/trading_terminal/charting_library";
import type { MarketFeed } from "./marketFeed";

type RequestFrame = (callback: () => void) => void;

const nextFrame: RequestFrame = (callback) => void requestAnimationFrame(callback);

/** The quote of one symbol at a time, shown at most once a frame. */
export class QuoteStream {
  readonly quote = shallowRef<DatafeedQuoteValues | null>(null);
  /** Unix ms on this machine's clock when the newest tick came; null before the first. */
  readonly receivedAt = shallowRef<number | null>(null);
  /** Unix ms on this machine's clock since when it is open; null while it is closed. */
  readonly openedAt = shallowRef<number | null>(null);
  private _newest: DatafeedQuoteValues | null = null;
  private _requested = false;
  private _stop: (() => void) | null = null;

  constructor(
    private readonly _feed: MarketFeed,
    private readonly _requestFrame: RequestFrame = nextFrame,
    private readonly _now: () => number = Date.now,
  ) {}

  open(symbol: string): void {
    this.pause();
    this.openedAt.value = this._now();
    this._stop = this._feed.streamQuotes(
      symbol,
      (values, isTick) => this._take(values, isTick),
      {},
    );
  }

  /** End the stream and keep what it last said. */
  pause(): void {
    this._stop?.();
    this._stop = null;
  }

  close(): void {
    this.pause();
    this._newest = null;
    this.quote.value = null;
    this.receivedAt.value = null;
    this.openedAt.value = null;
  }

  private _take(values: DatafeedQuoteValues, isTick: boolean): void {
    this._newest = values;
    if (isTick) this.receivedAt.value = this._now();
    if (this._requested) return;
    this._requested = true;
    this._requestFrame(() => {
      this._requested = false;
      this.quote.value = this._newest;
    });
  }
}
