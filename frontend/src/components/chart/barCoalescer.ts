/** Joins bar updates to one hand-over a frame, never losing the final state of a bar. */

import type { Bar } from "@public/trading_terminal/charting_library";

/** Ask for a call before the next paint; the browser's `requestAnimationFrame` or a test's. */
export type RequestFrame = (callback: () => void) => void;

export class BarCoalescer {
  private readonly _pending = new Map<number, Bar>();
  private _requested = false;
  private _deliver: ((bar: Bar) => void) | null = null;

  constructor(private readonly _requestFrame: RequestFrame) {}

  /** Keep the newest state of each bar time until the next frame. */
  add(bar: Bar): void {
    this._pending.set(bar.time, bar);
    if (this._deliver) this._request();
  }

  /** Start to hand over, first what was kept meanwhile. */
  open(deliver: (bar: Bar) => void): void {
    this._deliver = deliver;
    if (this._pending.size > 0) this._request();
  }

  /** Stop to hand over; bars that come meanwhile are kept. */
  close(): void {
    this._deliver = null;
  }

  /** Forget what is kept: it belongs to another subject. */
  clear(): void {
    this._pending.clear();
  }

  private _request(): void {
    if (this._requested) return;
    this._requested = true;
    this._requestFrame(() => this._flush());
  }

  private _flush(): void {
    this._requested = false;
    const deliver = this._deliver;
    if (!deliver) return;
    const bars = [...this._pending.values()].sort((a, b) => a.time - b.time);
    this._pending.clear();
    bars.forEach(deliver);
  }
}
