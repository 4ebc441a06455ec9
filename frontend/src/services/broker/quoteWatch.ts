/** Quotes of the symbols that somebody wants, one subscription a symbol. */

import type { DatafeedQuoteValues, QuoteData } from "@public/trading_terminal/charting_library";
import type { SubscriptionHandle, WsStream } from "@/plugins/wsStream";

export class QuoteWatch {
  private readonly watched = new Map<string, SubscriptionHandle>();

  constructor(
    private readonly stream: WsStream<{ symbol: string }, QuoteData>,
    private readonly quoted: (symbol: string, quote: DatafeedQuoteValues) => void,
  ) {}

  /** Watches exactly these symbols. */
  watchOnly(symbols: Iterable<string>): void {
    const wanted = new Set(symbols);
    [...this.watched.keys()].filter((each) => !wanted.has(each)).forEach((each) => this.drop(each));
    wanted.forEach((symbol) => this.watch(symbol));
  }

  watch(symbol: string): void {
    if (this.watched.has(symbol)) return;
    const onUpdate = (quote: QuoteData): void => {
      if (quote.s === "ok") this.quoted(symbol, quote.v);
    };
    this.watched.set(symbol, this.stream.listen({ symbol }, { onUpdate }));
  }

  drop(symbol: string): void {
    void this.watched.get(symbol)?.close();
    this.watched.delete(symbol);
  }
}
