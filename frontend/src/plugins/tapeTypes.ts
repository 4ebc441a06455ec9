/** What the streams of one symbol say beside its quote: bars, trades, the order book. */

import type { Bar } from "@public/trading_terminal/charting_library";

/** A bar as it is streamed. */
export interface StreamedBar extends Bar {
  /** It had closed and has changed: what was drawn of the past no longer holds. */
  correction?: true;
}

export interface Trade {
  id: string;
  /** Unix ms: when it was made, and when the server learned of it. */
  time: number;
  receivedAt: number;
  price: number;
  size: number;
  /** Who took; null where the source does not say. */
  side: "buy" | "sell" | null;
}

export interface DepthLevel {
  price: number;
  size: number;
}

/** The whole book, or what makes it of the one it follows; a level of size 0 is gone. */
export interface DepthUpdate {
  version: number;
  /** The version that it changes; null where it is whole. */
  follows: number | null;
  time: number;
  receivedAt: number;
  bids: DepthLevel[];
  asks: DepthLevel[];
}
