/** The account as the licensed charting library asks for it, over our REST and streams. */

import type {
  AccountId,
  AccountManagerInfo,
  AccountMetainfo,
  ActionMetaInfo,
  Brackets,
  ConnectionStatus,
  DatafeedQuoteValues,
  Execution,
  IBrokerConnectionAdapterHost,
  IBrokerTerminal,
  INumberFormatter,
  InstrumentInfo,
  IsTradableResult,
  LeverageInfo,
  LeverageInfoParams,
  LeveragePreviewResult,
  LeverageSetParams,
  LeverageSetResult,
  Order,
  OrderPreviewResult,
  PlaceOrderResult,
  Position,
  PreOrder,
  Side,
  SymbolSpecificTradingOptions,
  TradeContext,
} from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  AccountPreOrder,
  AccountRequest,
  AccountStep,
  Equity,
  EquityPoint,
  EquitySpan,
  FillExplanation,
  KillReport,
  RiskReport,
} from "@/plugins/accountTypes";
import { ApiAdapter } from "@/plugins/apiAdapter";
import { ApiError } from "@/plugins/apiAnswer";
import { BrokerApi } from "@/plugins/broker/brokerApi";
import type { BrokerApiType } from "@/plugins/broker/brokerApiType";
import { fetchOf } from "@/plugins/servedModules";
import { WsAdapter } from "@/plugins/wsAdapter";
import { AccountCommands } from "./broker/accountCommands";
import { AccountControls } from "./broker/accountControls";
import { AccountSummary } from "./broker/accountManager";
import { AccountSession, type AccountStreams } from "./broker/accountSession";
import { BrokerLink } from "./broker/brokerLink";
import { CommandKeys } from "./broker/commandKeys";
import { DURATIONS, Instruments, type SymbolSource } from "./broker/instruments";
import { QuoteWatch } from "./broker/quoteWatch";
import { waitFor, type Wait } from "./broker/retrying";
import { watchConnection, type ConnectionStatus as SocketStatus } from "./streamConnection";

export type {
  AccountExecution,
  AccountOrder,
  AccountPreOrder,
  AccountRequest,
  AccountStep,
  Equity,
  EquityPoint,
  EquitySpan,
  FillExplanation,
  KillReport,
  RiskReport,
};

const FIRST_ACCOUNT = "demo";
const FAILURE = 0;
const SUCCESS = 1;

/** Where the account comes from: by default the server, in tests and offline a model. */
export interface BrokerSources {
  api?: BrokerApiType;
  ws?: AccountStreams;
  symbols?: SymbolSource;
  /** Watches this page's socket; returns how to stop it. */
  socket?: (watcher: (status: Pick<SocketStatus, "state" | "reason">) => void) => () => void;
  keys?: CommandKeys;
  wait?: Wait;
  accountId?: AccountId;
}

export class BrokerTerminalService implements IBrokerTerminal {
  /** What our own screen asks of the current account beyond the library. */
  readonly controls: AccountControls;
  private readonly api: BrokerApiType;
  private readonly ws: AccountStreams;
  private readonly keys: CommandKeys;
  private readonly wait: Wait;
  private readonly instruments: Instruments;
  private readonly link: BrokerLink;
  private readonly summary: AccountSummary;
  private readonly realtime: QuoteWatch;
  private readonly stopWatching: () => void;
  private session: AccountSession;
  private commands: AccountCommands;
  private tellsEquity = false;
  private equity: Equity | undefined;
  private valued: (equity: Equity) => void = () => undefined;
  private lastStep: AccountStep | undefined;
  private stepped: (step: AccountStep) => void = () => undefined;

  constructor(
    private readonly host: IBrokerConnectionAdapterHost,
    sources: BrokerSources = {},
  ) {
    this.api = sources.api ?? new BrokerApi(fetchOf("broker"));
    this.ws = sources.ws ?? new WsAdapter();
    this.keys = sources.keys ?? new CommandKeys();
    this.wait = sources.wait ?? waitFor;
    this.instruments = new Instruments(sources.symbols ?? new ApiAdapter());
    this.summary = new AccountSummary(host.factory);
    const { api, keys, wait } = this;
    const account = (): AccountId => this.currentAccount();
    const shown = this.shown.bind(this);
    this.controls = new AccountControls({ api, keys, wait, account, shown });
    this.link = new BrokerLink(({ status, ...info }) => host.connectionStatusUpdate(status, info));
    this.realtime = new QuoteWatch(this.ws.quotes, (symbol, quote) =>
      host.realtimeUpdate(symbol, tradingQuotes(quote)),
    );
    this.session = this.openSession(sources.accountId ?? FIRST_ACCOUNT);
    this.commands = this.commanding();
    const socket = sources.socket ?? watchConnection;
    this.stopWatching = socket((status) => this.link.hearSocket(status));
  }

  /** Ends everything: nothing is told to the host any more. */
  destroy(): void {
    this.stopWatching();
    this.realtime.watchOnly([]);
    this.session.close();
  }

  // The account

  accountsMetainfo(): Promise<AccountMetainfo[]> {
    return this.api.accounts();
  }

  currentAccount(): AccountId {
    return this.session.accountId;
  }

  setCurrentAccount(id: AccountId): void {
    if (id === this.session.accountId) return;
    this.session.close();
    this.equity = this.lastStep = undefined;
    this.link.forget();
    this.session = this.openSession(id);
    this.commands = this.commanding();
    this.host.currentAccountUpdate();
  }

  connectionStatus(): ConnectionStatus {
    return this.link.current.status;
  }

  accountManagerInfo(): AccountManagerInfo {
    return this.summary.info(`Paper account ${this.session.accountId}`);
  }

  /** Orders that are open or ended on their instrument's current trading day. */
  orders(): Promise<Order[]> {
    return this.session.orders.values();
  }

  /** All orders that have ended, the oldest first. */
  async ordersHistory(): Promise<Order[]> {
    return (await this.api.ordersHistory(this.session.accountId)).items;
  }

  async positions(): Promise<Position[]> {
    const all = await this.session.positions.values();
    return all.filter(({ qty }) => qty !== 0);
  }

  async executions(symbol: string): Promise<Execution[]> {
    return (await this.api.executions(this.session.accountId, symbol)).items;
  }

  /** What one of them was computed from. */
  explainExecution(executionId: string): Promise<FillExplanation> {
    return this.api.explain(this.session.accountId, executionId);
  }

  // Instruments

  symbolInfo(symbol: string): Promise<InstrumentInfo> {
    return this.instruments.info(symbol);
  }

  isTradable(symbol: string): Promise<IsTradableResult> {
    return this.instruments.tradable(symbol);
  }

  formatter(symbol: string, alignToMinMove: boolean): Promise<INumberFormatter> {
    return this.host.defaultFormatter(symbol, alignToMinMove);
  }

  getSymbolSpecificTradingOptions(): Promise<SymbolSpecificTradingOptions> {
    const brackets = { supportOrderBrackets: true, supportPositionBrackets: true };
    return Promise.resolve({ allowedDurations: DURATIONS, ...brackets });
  }

  chartContextMenuActions(context: TradeContext, options?: object): Promise<ActionMetaInfo[]> {
    return this.host.defaultContextMenuActions(context, options);
  }

  // Commands: each rejects with an `ApiError`, its code and sentence shown to the user

  previewOrder(order: PreOrder): Promise<OrderPreviewResult> {
    return this.shown(this.api.preview(this.session.accountId, order));
  }

  async placeOrder(order: PreOrder, confirmId?: string): Promise<PlaceOrderResult> {
    const placed = this.commands.place(order, confirmId);
    const { orderId } = await this.shown(placed, `${order.symbol}: order placed`);
    return { orderId };
  }

  modifyOrder(order: Order, confirmId?: string): Promise<void> {
    return this.shown(this.commands.modify(order, confirmId), `${order.symbol}: order modified`);
  }

  cancelOrder(orderId: string): Promise<void> {
    return this.shown(this.commands.cancel(orderId), `Order ${orderId} canceled`);
  }

  /** All of them or none; the ids say which, `symbol` and `side` only how the library chose them. */
  cancelOrders(_symbol: string, _side: Side | undefined, ordersIds: string[]): Promise<void> {
    const text = `${ordersIds.length} orders canceled`;
    return this.shown(this.commands.cancelAll(ordersIds), text);
  }

  closePosition(positionId: string, amount?: number): Promise<void> {
    return this.shown(this.commands.close(positionId, amount), `${positionId}: closing`);
  }

  reversePosition(positionId: string): Promise<void> {
    return this.shown(this.commands.reverse(positionId), `${positionId}: reversing`);
  }

  editPositionBrackets(positionId: string, brackets: Brackets): Promise<void> {
    const changed = this.commands.editBrackets(positionId, brackets);
    return this.shown(changed, `${positionId}: protection changed`);
  }

  leverageInfo(params: LeverageInfoParams): Promise<LeverageInfo> {
    return this.shown(this.api.leverageInfo(this.session.accountId, params));
  }

  previewLeverage(params: LeverageSetParams): Promise<LeveragePreviewResult> {
    return this.shown(this.api.previewLeverage(this.session.accountId, params));
  }

  setLeverage(params: LeverageSetParams): Promise<LeverageSetResult> {
    return this.shown(this.commands.setLeverage(params), `${params.symbol}: leverage changed`);
  }

  // What the library follows while it shows it

  subscribeRealtime(symbol: string): void {
    this.realtime.watch(symbol);
  }

  unsubscribeRealtime(symbol: string): void {
    this.realtime.drop(symbol);
  }

  subscribeEquity(): void {
    this.tellsEquity = true;
    if (this.equity !== undefined) this.host.equityUpdate(this.equity.equity);
  }

  unsubscribeEquity(): void {
    this.tellsEquity = false;
  }

  /** Calls `listener` with each value of the account, in its currency; there is one listener. */
  watchEquity(listener: (equity: Equity) => void): void {
    this.valued = listener;
    if (this.equity !== undefined) listener(this.equity);
  }

  /** Calls `listener` with each step of the ledger, the last one first; there is one listener. */
  watchSteps(listener: (step: AccountStep) => void): void {
    this.stepped = listener;
    if (this.lastStep !== undefined) listener(this.lastStep);
  }

  private openSession(accountId: AccountId): AccountSession {
    const { host, api, ws, link } = this;
    const valued = (equity: Equity): void => {
      this.equity = equity;
      this.summary.show(equity);
      this.valued(equity);
      if (this.tellsEquity) host.equityUpdate(equity.equity);
    };
    const stepped = (step: AccountStep): void => {
      this.lastStep = step;
      this.stepped(step);
    };
    const told = (subject: string): void => this.keys.told(subject);
    return new AccountSession(accountId, { host, api, ws, link, valued, stepped, told });
  }

  private commanding(): AccountCommands {
    const { api, keys, wait } = this;
    return new AccountCommands(this.session, { api, keys, wait });
  }

  /** Shows how a command went; whoever asked is told as well. */
  private async shown<T>(command: Promise<T>, done?: string): Promise<T> {
    try {
      const result = await command;
      if (done !== undefined) this.host.showNotification("Done", done, SUCCESS);
      return result;
    } catch (error) {
      const { code, message } =
        error instanceof ApiError ? error : { code: "Failed", message: String(error) };
      this.host.showNotification(code, message, FAILURE);
      throw error;
    }
  }
}

function tradingQuotes({ lp, bid, ask, spread }: DatafeedQuoteValues) {
  return {
    ...(lp !== undefined && { trade: lp }),
    ...(bid !== undefined && { bid }),
    ...(ask !== undefined && { ask }),
    ...(spread !== undefined && { spread }),
  };
}
