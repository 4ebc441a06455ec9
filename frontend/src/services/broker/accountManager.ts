/** What the library's account manager shows: columns, and the account's value above them. */

import type {
  AccountManagerColumn,
  AccountManagerInfo,
  IBrokerConnectionAdapterFactory,
  IWatchedValue,
} from "@public/trading_terminal/charting_library";
import type { Equity } from "@/plugins/accountTypes";

export class AccountSummary {
  private readonly balance: IWatchedValue<number>;
  private readonly equity: IWatchedValue<number>;
  private readonly unrealized: IWatchedValue<number>;
  private readonly realized: IWatchedValue<number>;

  constructor(factory: IBrokerConnectionAdapterFactory) {
    this.balance = factory.createWatchedValue(0);
    this.equity = factory.createWatchedValue(0);
    this.unrealized = factory.createWatchedValue(0);
    this.realized = factory.createWatchedValue(0);
  }

  show({ balance, equity, unrealizedPL, realizedPL }: Equity): void {
    this.balance.setValue(balance);
    this.equity.setValue(equity);
    this.unrealized.setValue(unrealizedPL);
    this.realized.setValue(realizedPL);
  }

  info(accountTitle: string): AccountManagerInfo {
    const field = (text: string, wValue: IWatchedValue<number>, formatter = "fixed") => ({
      text,
      wValue,
      formatter,
      isDefault: true,
    });
    return {
      accountTitle,
      summary: [
        field("Balance", this.balance),
        field("Equity", this.equity),
        field("Open profit", this.unrealized, "profit"),
        field("Realized profit", this.realized, "profit"),
      ],
      orderColumns: ORDER_COLUMNS,
      historyColumns: ORDER_COLUMNS,
      positionColumns: POSITION_COLUMNS,
      pages: [],
    };
  }
}

function column(id: string, label: string, formatter: string): AccountManagerColumn {
  return { id, label, formatter, dataFields: [id] };
}

const ORDER_COLUMNS = [
  column("symbol", "Symbol", "symbol"),
  column("side", "Side", "side"),
  column("type", "Type", "type"),
  column("qty", "Quantity", "formatQuantity"),
  column("filledQty", "Filled", "formatQuantity"),
  column("limitPrice", "Limit", "formatPrice"),
  column("stopPrice", "Stop", "formatPrice"),
  column("avgPrice", "Average", "formatPrice"),
  column("status", "Status", "status"),
  column("updateTime", "Changed", "localDateOrDateTime"),
  column("id", "Order", "text"),
];

const POSITION_COLUMNS = [
  column("symbol", "Symbol", "symbol"),
  column("side", "Side", "positionSide"),
  column("qty", "Quantity", "formatQuantity"),
  column("avgPrice", "Average", "formatPrice"),
  column("pl", "Profit", "profit"),
];
