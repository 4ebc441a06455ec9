/** The account on the screen: what the broker's service tells its host, as state of the page. */

import { shallowRef, type ShallowRef } from "vue";
import type {
  AccountMetainfo,
  ActionMetaInfo,
  ConnectionStatus,
  Execution,
  IBrokerConnectionAdapterHost,
  INumberFormatter,
  IWatchedValue,
  Order,
  Position,
} from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  BrokerTerminalService,
  AccountStep,
  Equity,
  RiskReport,
} from "@/services/brokerTerminalService";
import { ApiError } from "@/services/datafeedService";
import { fillSentence } from "./fillNotice";
import { PAGE_LOG, type NoticeLog } from "./noticeLog";
import { asSentence } from "@/composables/problem";
import { oncePerFrame } from "./oncePerFrame";

const SUCCESS = 1;
const MOST_NOTICES = 500;

/** Something that happened to the account, as the log lists it. */
export interface AccountNotice {
  id: number;
  /** Unix ms of this machine. */
  at: number;
  good: boolean;
  /** Absent of what a command brought about. */
  kind?: "fill";
  title: string;
  text: string;
  /** Whether it is told where it was caused: a toast would say it twice. */
  inPlace?: true;
}

export interface AccountLink {
  status: ConnectionStatus;
  message: string | null;
}

const CONNECTING = 2;
/** After such a step other limits hold, or another state. */
const CHANGES_RISK: ReadonlySet<string> = new Set(["killed", "resumed", "risk_set", "reset"]);

/** Makes the service for a host; tests bring one that is fed by hand. */
export type MakeBroker = (host: IBrokerConnectionAdapterHost) => BrokerTerminalService;

/**
 * The host that our own screen is to the broker's service: each telling changes the state once a
 * frame, however many came.
 */
export class AccountDesk implements IBrokerConnectionAdapterHost {
  readonly accountId: ShallowRef<string>;
  readonly accounts = shallowRef<readonly AccountMetainfo[]>([]);
  /** Open ones and those that ended on their current trading day, as they came. */
  readonly orders = shallowRef<readonly AccountOrder[]>([]);
  /** The open ones. */
  readonly positions = shallowRef<readonly Position[]>([]);
  /** Unrealized profit by the position's id, in the instrument's currency. */
  readonly profits = shallowRef<ReadonlyMap<string, number>>(new Map());
  /** Those that came while this page was open, the newest last. */
  readonly fills = shallowRef<readonly AccountExecution[]>([]);
  readonly equity = shallowRef<Equity | null>(null);
  /** The last step of the ledger; null where the source keeps none. */
  readonly step = shallowRef<AccountStep | null>(null);
  /** Limits and state as last read; see `readRisk`. */
  readonly risk = shallowRef<RiskReport | null>(null);
  readonly link = shallowRef<AccountLink>({ status: CONNECTING, message: null });
  /** The newest first. */
  readonly notices: ShallowRef<readonly AccountNotice[]>;
  /** Whether the first lists have come. */
  readonly known = shallowRef(false);
  /** Commands go here; each rejects with an `ApiError`. */
  readonly broker: BrokerTerminalService;
  private _orders = new Map<string, AccountOrder>();
  private _positions = new Map<string, Position>();
  private _profits = new Map<string, number>();
  private _lastNotice: number;
  private readonly _paint = oncePerFrame(() => this._show());

  constructor(
    make: MakeBroker,
    private readonly _now: () => number = Date.now,
    private readonly _log: NoticeLog = PAGE_LOG,
  ) {
    const kept = _log.read();
    this.notices = shallowRef(kept);
    this._lastNotice = kept[0]?.id ?? 0;
    this.broker = make(this);
    this.accountId = shallowRef(this.broker.currentAccount());
    this.broker.watchEquity((equity) => (this.equity.value = equity));
    this.broker.watchSteps((step) => this._follow(step));
    void this.read();
    void this.readRisk();
  }

  /** Go to another account, and read which there are. */
  choose(accountId: string): void {
    this.broker.setCurrentAccount(accountId);
  }

  /** Read limits and state anew; what was read stays where that fails. */
  async readRisk(): Promise<void> {
    const account = this.broker.currentAccount();
    const read = await this.broker.controls.risk().catch(() => null);
    if (read && account === this.broker.currentAccount()) this.risk.value = read;
  }

  /** Read the lists, at the start and with another account. */
  async read(): Promise<void> {
    const account = this.broker.currentAccount();
    const isCurrent = (): boolean => account === this.broker.currentAccount();
    const { broker } = this;
    // Each list is taken as it comes: waiting for the others, it would be older than an update.
    const orders = broker.orders().then((all) => {
      if (isCurrent()) all.forEach((order) => this.orderUpdate(order));
    });
    const positions = broker.positions().then((all) => {
      if (isCurrent()) all.forEach((position) => this.positionUpdate(position));
    });
    const accounts = broker.accountsMetainfo().then((all) => this._list(all));
    const answers = await Promise.allSettled([orders, positions, accounts]);
    if (!isCurrent()) return;
    // Who waits for `known` sees the lists with it.
    this._show();
    this.known.value = answers.every(({ status }) => status === "fulfilled");
  }

  orderUpdate(order: Order): void {
    this._orders.set(order.id, order);
    this._paint();
  }

  positionUpdate(position: Position): void {
    const { id, qty } = position;
    if (qty === 0) {
      this._positions.delete(id);
      this._profits.delete(id);
    } else this._positions.set(id, position);
    this._paint();
  }

  executionUpdate(execution: Execution): void {
    const fill = execution as AccountExecution;
    this.fills.value = [...this.fills.value, fill];
    this._note({ good: true, kind: "fill", title: "Filled", text: fillSentence(fill) });
  }

  plUpdate(positionId: string, pl: number): void {
    this._profits.set(positionId, pl);
    this._paint();
  }

  connectionStatusUpdate(status: ConnectionStatus, info?: { message?: string }): void {
    this.link.value = { status, message: info?.message ?? null };
  }

  currentAccountUpdate(): void {
    this._orders = new Map();
    this._positions = new Map();
    this._profits = new Map();
    this.fills.value = [];
    this.equity.value = this.step.value = this.risk.value = null;
    this.known.value = false;
    this.accountId.value = this.broker.currentAccount();
    this._paint();
    void this.read();
    void this.readRisk();
  }

  showNotification(title: string, text: string, type?: number): void {
    this._note({ good: type === SUCCESS, title, text: asSentence(text) });
  }

  /** Mark what the log says of a refusal that whoever asked shows by himself. */
  readonly toldInPlace = (error: unknown): void => {
    if (!(error instanceof ApiError)) return;
    const text = asSentence(error.message);
    const told = this.notices.value.find((one) => one.title === error.code && one.text === text);
    if (!told) return;
    this.notices.value = this.notices.value.map((one) =>
      one === told ? { ...one, inPlace: true } : one,
    );
    this._log.keep(this.notices.value);
  };

  clearNotices(): void {
    this.notices.value = [];
    this._log.keep([]);
  }

  readonly factory = {
    createWatchedValue<T>(first: T): IWatchedValue<T> {
      let value = first;
      return {
        value: () => value,
        setValue: (next) => (value = next),
        subscribe: () => undefined,
        unsubscribe: () => undefined,
      };
    },
  };

  defaultFormatter(): Promise<INumberFormatter> {
    return Promise.resolve({ format: (value = 0) => String(value) });
  }

  defaultContextMenuActions(): Promise<ActionMetaInfo[]> {
    return Promise.resolve([]);
  }

  getSymbolMinTick(symbol: string): Promise<number> {
    return this.broker.symbolInfo(symbol).then(({ minTick }) => minTick);
  }

  /** The service tells whole states, by the methods above; these are for other libraries. */
  readonly orderPartialUpdate = unused;
  readonly positionPartialUpdate = unused;
  readonly equityUpdate = unused;
  readonly marginAvailableUpdate = unused;
  readonly pipValueUpdate = unused;
  readonly realtimeUpdate = unused;
  readonly domUpdate = unused;

  private _note(told: Omit<AccountNotice, "id" | "at">): void {
    this._lastNotice += 1;
    const notice = { id: this._lastNotice, at: this._now(), ...told };
    this.notices.value = [notice, ...this.notices.value].slice(0, MOST_NOTICES);
    this._log.keep(this.notices.value);
  }

  private _follow(step: AccountStep): void {
    const isNewer = step.step > (this.step.value?.step ?? 0);
    this.step.value = step;
    if (isNewer && (CHANGES_RISK.has(step.kind) || step.kind === "snapshot")) void this.readRisk();
  }

  /** One that a browser remembers may be gone: the ledger was replaced. */
  private _list(all: readonly AccountMetainfo[]): void {
    this.accounts.value = all;
    const [first] = all;
    const isThere = all.some(({ id }) => id === this.broker.currentAccount());
    if (first && !isThere) this.broker.setCurrentAccount(first.id);
  }

  private _show(): void {
    this.orders.value = [...this._orders.values()];
    this.positions.value = [...this._positions.values()];
    this.profits.value = new Map(this._profits);
  }
}

function unused(): void {
  return undefined;
}
