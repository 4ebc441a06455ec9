import { onScopeDispose, shallowRef, watch, type Ref } from "vue";
import { TapeService, type OrderBook, type Trade } from "@/services/tapeService";

/** As many as a tall screen shows. */
const SHOWN_TRADES = 60;

export interface ShownTrade extends Trade {
  /** It became known after a later one. */
  late: boolean;
}

/** What the panels beside the chart show of one symbol. */
export interface TapeSubject {
  symbol: string;
  trades: boolean;
  depth: boolean;
}

/** The trades, newest known first, and the order book of what is asked for; null pauses. */
export function useMarketTape(
  subject: Ref<TapeSubject | null>,
  service: Pick<TapeService, "listenTrades" | "listenBook"> = new TapeService(),
) {
  const trades = shallowRef<readonly ShownTrade[]>([]);
  const book = shallowRef<OrderBook | null>(null);
  let close: (() => void)[] = [];
  let shown = "";

  function add(known: readonly ShownTrade[], trade: Trade): readonly ShownTrade[] {
    const newest = known.reduce((time, one) => Math.max(time, one.time), 0);
    return [{ ...trade, late: trade.time < newest }, ...known].slice(0, SHOWN_TRADES);
  }

  function open({ symbol, trades: wantsTrades, depth }: TapeSubject): void {
    const handles = [
      wantsTrades &&
        service.listenTrades(symbol, {
          onUpdate: (trade) => (trades.value = add(trades.value, trade)),
          onReplace: (all) => (trades.value = all.reduce(add, [])),
        }),
      depth && service.listenBook(symbol, (next) => (book.value = next)),
    ];
    close = handles.flatMap((handle) => (handle ? [() => void handle.close()] : []));
  }

  function leave(): void {
    close.forEach((end) => end());
    close = [];
  }

  watch(
    subject,
    (next) => {
      leave();
      // Who pauses keeps what he saw.
      if (!next) return;
      if (next.symbol !== shown) {
        trades.value = [];
        book.value = null;
      }
      shown = next.symbol;
      open(next);
    },
    { immediate: true },
  );
  onScopeDispose(leave);
  return { trades, book };
}
