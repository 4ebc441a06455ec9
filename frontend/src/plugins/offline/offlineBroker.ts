/** A broker without a server: answers as REST does, and feeds `WsFallback` with what happens. */

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
  EquityPoint,
  FillExplanation,
  KillReport,
  Listed,
  OrderRequest,
  RiskReport,
} from "../accountTypes";
import type { BrokerApiType, CommandKey, Committed, OrderPlaced } from "../broker/brokerApiType";
import type { Mockers } from "../wsAdapter";
import { OfflineAccount, type OfflineWorld } from "./offlineAccount";
import { OfflineJournal } from "./offlineJournal";
import { checkOrder, refused, STATUS } from "./offlineRules";

const ACCOUNT: AccountMetainfo = {
  id: "demo",
  name: "Offline account",
  type: "demo",
  currency: "USD",
  currencySign: "$",
};
const MOST_LEVERAGE = 100;
const UNLIMITED = {
  maxOrderQty: null,
  maxOrderNotional: null,
  maxOpenOrders: 1000,
  priceCollarPercent: 100,
  ordersPerSecond: 1000,
  dailyLoss: null,
  lossToday: "0",
};

interface Stored {
  asked: string;
  reply: OrderPlaced;
}

export class OfflineBroker implements BrokerApiType {
  private readonly journal = new OfflineJournal();
  private readonly account: OfflineAccount;
  private readonly replies = new Map<string, Stored>();
  private readonly leverages = new Map<string, number>();
  private lastConfirmId = 0;
  private state: RiskReport["state"] = "ACTIVE";

  constructor(world: OfflineWorld) {
    this.account = new OfflineAccount(this.journal, world);
    this.journal.record("connection", { status: 1, since: world.now() });
    this.journal.record("equity", this.account.equity());
  }

  /** What feeds the account's streams; each update is given once, to whoever asks first. */
  mockers(): Mockers {
    return {
      ordersMocker: () => this.journal.next("orders"),
      positionsMocker: () => this.journal.next("positions"),
      executionsMocker: () => this.journal.next("executions"),
      equityMocker: () => this.journal.next("equity"),
      connectionMocker: () => this.journal.next("connection"),
    };
  }

  /** The symbol has a new quote: orders fill. */
  quoted(symbol: string): void {
    this.journal.nextStep();
    this.account.match(symbol);
  }

  accounts(): Promise<AccountMetainfo[]> {
    return Promise.resolve([ACCOUNT]);
  }

  async orders(accountId: string): Promise<Listed<AccountOrder>> {
    await this.own(accountId);
    return this.journal.listed("orders", this.account.orders.values());
  }

  async ordersHistory(accountId: string): Promise<Listed<AccountOrder>> {
    const { items, ...place } = await this.peek(accountId);
    return { ...place, items: items.filter(({ status }) => isFinal(status)) };
  }

  async positions(accountId: string): Promise<Listed<Position>> {
    await this.own(accountId);
    return this.journal.listed("positions", this.account.positions());
  }

  async executions(accountId: string, symbol: string): Promise<Listed<AccountExecution>> {
    const place = await this.peek(accountId);
    return { ...place, items: this.account.executions.filter((each) => each.symbol === symbol) };
  }

  async allExecutions(accountId: string, limit: number): Promise<Listed<AccountExecution>> {
    const place = await this.peek(accountId);
    return { ...place, items: this.account.executions.slice(-limit) };
  }

  /** Keeps no past: there is no ledger. */
  async equityHistory(accountId: string): Promise<EquityPoint[]> {
    await this.own(accountId);
    return [];
  }

  async risk(accountId: string): Promise<RiskReport> {
    await this.own(accountId);
    return { ...UNLIMITED, state: this.state, openOrders: this.account.openOrders };
  }

  async killSwitch({ accountId }: CommandKey, flatten: boolean): Promise<KillReport> {
    await this.own(accountId);
    const canceled = this.account.cancelEntries();
    const flattened = flatten ? this.account.positions().map(({ symbol }) => symbol) : [];
    flattened.forEach((symbol) => this.account.close(symbol));
    const state = flatten ? "REDUCING" : "HALTED";
    this.state = state;
    return { state, canceled, flattened, notFlattened: [] };
  }

  async resume({ accountId }: CommandKey): Promise<Committed> {
    await this.own(accountId);
    this.state = "ACTIVE";
    return { step: this.journal.nextStep() };
  }

  reset(): Promise<Committed> {
    return Promise.reject(refused("forbidden", 403, "reload the page to begin the demo anew"));
  }

  openAccount(): Promise<void> {
    return Promise.reject(refused("forbidden", 403, "offline there is one account"));
  }

  explain(_accountId: string, executionId: string): Promise<FillExplanation> {
    const message = `${executionId}: offline fills keep no record of what they were computed from`;
    return Promise.reject(refused("EXECUTION_NOT_FOUND", 404, message));
  }

  async preview(accountId: string, order: PreOrder): Promise<OrderPreviewResult> {
    await this.own(accountId);
    checkOrder(order);
    this.lastConfirmId += 1;
    const rows = [{ title: "Quantity", value: String(order.qty) }];
    const confirmId = `c${this.lastConfirmId}`;
    return { sections: [{ header: "Order", rows }], confirmId, warnings: [], errors: [] };
  }

  place(accountId: string, order: OrderRequest): Promise<OrderPlaced> {
    const command = { accountId, key: order.clientOrderId };
    return this.once(command, ["place", order], () => {
      if (this.state !== "ACTIVE") {
        const message = `expected an active account, got ${this.state}: resume first`;
        throw refused("ACCOUNT_HALTED", 409, message);
      }
      return this.account.accept(order).id;
    });
  }

  modify(command: CommandKey, id: string, order: PreOrder): Promise<Committed> {
    return this.once(command, ["modify", id, order], () => this.account.modify(id, order));
  }

  cancel(command: CommandKey, id: string): Promise<Committed> {
    return this.once(command, ["cancel", id], () => this.account.cancel(id));
  }

  cancelAll(command: CommandKey, ids: string[]): Promise<Committed> {
    return this.once(command, ["cancelAll", ids], () => {
      ids.forEach((id) => this.account.living(id));
      ids.forEach((id) => this.account.cancel(id));
    });
  }

  close(command: CommandKey, id: string, amount?: number): Promise<Committed> {
    return this.once(command, ["close", id, amount], () => this.account.close(id, amount).id);
  }

  reverse(command: CommandKey, id: string): Promise<Committed> {
    return this.once(command, ["reverse", id], () => this.account.reverse(id).id);
  }

  editBrackets(command: CommandKey, id: string, brackets: Brackets): Promise<Committed> {
    return this.once(command, ["brackets", id, brackets], () => this.account.protect(id, brackets));
  }

  async leverageInfo(accountId: string, { symbol }: LeverageInfoParams): Promise<LeverageInfo> {
    await this.own(accountId);
    const leverage = this.leverages.get(symbol) ?? 1;
    return { title: `Leverage of ${symbol}`, leverage, min: 1, max: MOST_LEVERAGE, step: 1 };
  }

  async previewLeverage(
    accountId: string,
    { leverage }: LeverageSetParams,
  ): Promise<LeveragePreviewResult> {
    await this.own(accountId);
    return { infos: [`${100 / leverage} % of the notional`], warnings: [], errors: [] };
  }

  async setLeverage(command: CommandKey, params: LeverageSetParams): Promise<LeverageSetResult> {
    const { symbol, leverage } = params;
    await this.once(command, ["leverage", symbol, leverage], () => {
      if (!(leverage >= 1 && leverage <= MOST_LEVERAGE)) {
        const message = `leverage: expected 1 to ${MOST_LEVERAGE}, got ${leverage}`;
        throw refused("LEVERAGE_RANGE", 422, message);
      }
      this.leverages.set(symbol, leverage);
    });
    return { leverage };
  }

  /** Commands once a key: the same again is answered as before, another one is refused. */
  private async once(
    { accountId, key }: CommandKey,
    asked: unknown[],
    run: () => unknown,
  ): Promise<OrderPlaced> {
    await this.own(accountId);
    const text = JSON.stringify(asked);
    const stored = this.replies.get(key);
    if (stored?.asked === text) return stored.reply;
    if (stored !== undefined) {
      const message = `expected ${stored.asked} again for key ${key}, got ${text}`;
      throw refused("IDEMPOTENCY_CONFLICT", 409, message);
    }
    const placed = run();
    const orderId = typeof placed === "string" ? placed : "";
    const reply = { orderId, step: this.journal.nextStep() };
    this.replies.set(key, { asked: text, reply });
    return reply;
  }

  private async peek(accountId: string) {
    await this.own(accountId);
    const at = { epoch: "offline", seq: 0 };
    return { items: [...this.account.orders.values()], at, step: this.journal.step };
  }

  private own(accountId: string): Promise<void> {
    if (accountId === ACCOUNT.id) return Promise.resolve();
    return Promise.reject(refused("forbidden", 403, `no account ${accountId}`));
  }
}

function isFinal(status: number): boolean {
  return status === STATUS.canceled || status === STATUS.filled;
}
