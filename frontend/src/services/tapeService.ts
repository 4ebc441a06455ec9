/** Time and sales and the order book of one symbol, for the screen. */

import type { DepthUpdate, Trade } from "@/plugins/tapeTypes";
import { WsAdapter, type WsAdapterType } from "@/plugins/wsAdapter";
import type { StreamListener, SubscriptionHandle } from "@/plugins/wsStream";
import { bookAfter, type OrderBook } from "./orderBook";

export type { OrderBook } from "./orderBook";
export type { DepthLevel, DepthUpdate, Trade } from "@/plugins/tapeTypes";

export class TapeService {
  constructor(
    private readonly _wsAdapter: Pick<WsAdapterType, "trades" | "depth"> = new WsAdapter(),
  ) {}

  /** Calls the listener with the newest trades, then with each as it becomes known. */
  listenTrades(symbol: string, listener: StreamListener<Trade>): SubscriptionHandle {
    return this._wsAdapter.trades.listen({ symbol }, listener);
  }

  /** Calls back with the book and each one that it becomes; a book that is lost is asked for anew. */
  listenBook(symbol: string, onBook: (book: OrderBook) => void): SubscriptionHandle {
    let book: OrderBook | null = null;
    const take = (update: DepthUpdate): void => {
      const after = bookAfter(book, update);
      // Until the whole book comes, what follows the lost one is of no use.
      if (after === null && book !== null) handle.refresh();
      book = after;
      if (book) onBook(book);
    };
    const handle = this._wsAdapter.depth.listen({ symbol }, { onUpdate: take });
    return handle;
  }
}
