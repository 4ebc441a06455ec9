/** The order book that a page keeps: a whole one, and the changes that follow it. Pure. */

import type { DepthLevel, DepthUpdate } from "@/plugins/tapeTypes";

export interface OrderBook {
  version: number;
  /** Unix ms at the source, and at the server. */
  time: number;
  receivedAt: number;
  /** The best price first. */
  bids: readonly DepthLevel[];
  asks: readonly DepthLevel[];
}

/** Returns the book after an update; null where the update follows another book than this. */
export function bookAfter(book: OrderBook | null, update: DepthUpdate): OrderBook | null {
  const { version, follows, time, receivedAt } = update;
  if (follows !== null && follows !== book?.version) return null;
  const before = follows === null ? null : book;
  const bids = levelsAfter(before?.bids ?? [], update.bids).sort((a, b) => b.price - a.price);
  const asks = levelsAfter(before?.asks ?? [], update.asks).sort((a, b) => a.price - b.price);
  return { version, time, receivedAt, bids, asks };
}

function levelsAfter(before: readonly DepthLevel[], changes: readonly DepthLevel[]): DepthLevel[] {
  const byPrice = new Map([...before, ...changes].map((level) => [level.price, level]));
  return [...byPrice.values()].filter(({ size }) => size > 0);
}
