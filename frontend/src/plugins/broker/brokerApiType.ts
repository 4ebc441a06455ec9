/** What a broker answers, whether a server or the offline model does. */

import type {
  AccountMetainfo,
  Brackets,
  LeverageInfo,
  LeverageInfoParams,
  LeveragePreviewResult,
  LeverageSetParams,
  LeverageSetResult,
  OrderPreviewResult,
  Position,
  PreOrder,
} from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  AccountRequest,
  EquityPoint,
  EquitySpan,
  FillExplanation,
  KillReport,
  Listed,
  OrderRequest,
  RiskReport,
} from "../accountTypes";

/** One command to one account. The same key never commands twice, however often it is sent. */
export interface CommandKey {
  accountId: string;
  key: string;
}

/** A command is done, and readable, as this step of the ledger. */
export interface Committed {
  step: number;
}

export interface OrderPlaced extends Committed {
  orderId: string;
}

/** Every method rejects with an `ApiError`. */
export interface BrokerApiType {
  accounts(): Promise<AccountMetainfo[]>;
  /** Orders that are open or ended on their instrument's current trading day. */
  orders(accountId: string): Promise<Listed<AccountOrder>>;
  /** All final orders, ascending by step. */
  ordersHistory(accountId: string): Promise<Listed<AccountOrder>>;
  positions(accountId: string): Promise<Listed<Position>>;
  /** Ascending by time. */
  executions(accountId: string, symbol: string): Promise<Listed<AccountExecution>>;
  /** The newest `limit` of all instruments, ascending by time. */
  allExecutions(accountId: string, limit: number): Promise<Listed<AccountExecution>>;
  /** By the steps of the ledger, ascending; the first one may be older than the span. */
  equityHistory(accountId: string, span: EquitySpan): Promise<EquityPoint[]>;
  risk(accountId: string): Promise<RiskReport>;
  /** Cancels entries and stops trading; `flatten` closes the positions too. */
  killSwitch(command: CommandKey, flatten: boolean): Promise<KillReport>;
  resume(command: CommandKey): Promise<Committed>;
  /** Starts an account anew; what happened stays in its record. */
  reset(command: CommandKey): Promise<Committed>;
  openAccount(account: AccountRequest, key: string): Promise<void>;
  /** What an execution was computed from. */
  explain(accountId: string, executionId: string): Promise<FillExplanation>;
  preview(accountId: string, order: PreOrder): Promise<OrderPreviewResult>;
  place(accountId: string, order: OrderRequest, confirmId?: string): Promise<OrderPlaced>;
  modify(
    command: CommandKey,
    orderId: string,
    order: PreOrder,
    confirmId?: string,
  ): Promise<Committed>;
  cancel(command: CommandKey, orderId: string): Promise<Committed>;
  /** All of them, or none. */
  cancelAll(command: CommandKey, orderIds: string[]): Promise<Committed>;
  /** Closes `amount` of a position, all of it by default. */
  close(command: CommandKey, positionId: string, amount?: number): Promise<Committed>;
  reverse(command: CommandKey, positionId: string): Promise<Committed>;
  /** Replaces what protects a position; what is absent is removed. */
  editBrackets(command: CommandKey, positionId: string, brackets: Brackets): Promise<Committed>;
  leverageInfo(accountId: string, params: LeverageInfoParams): Promise<LeverageInfo>;
  previewLeverage(accountId: string, params: LeverageSetParams): Promise<LeveragePreviewResult>;
  setLeverage(command: CommandKey, params: LeverageSetParams): Promise<LeverageSetResult>;
}
