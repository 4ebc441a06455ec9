import { shallowRef } from "vue";
import type { Order, Side } from "@public/trading_terminal/charting_library";

/** What a ticket is opened with; what is absent the ticket chooses. */
export interface TicketDraft {
  symbol: string;
  side?: Side;
  type?: Order["type"];
  qty?: number;
  limitPrice?: number;
  stopPrice?: number;
  takeProfit?: number;
  stopLoss?: number;
  /** Of what stands in the ticket all but the limit price is kept. */
  onlyPrice?: boolean;
  /** The order that the ticket changes. */
  modifies?: Order;
}

/** The one ticket of the page: who wants an order asks here, the ticket's panel shows it. */
export class Tickets {
  /** The newest request, new at each; null before the first and after it was left. */
  readonly draft = shallowRef<TicketDraft | null>(null);

  constructor(private readonly _show: () => void) {}

  /** Show the ticket, on a phone as a sheet, filled with this. */
  open(draft: TicketDraft): void {
    this.draft.value = { ...draft };
    this._show();
  }

  /** Show the ticket with this limit price in what was entered so far. */
  price(symbol: string, limitPrice: number): void {
    this.open({ symbol, limitPrice, onlyPrice: true });
  }

  leave(): void {
    this.draft.value = null;
  }
}
