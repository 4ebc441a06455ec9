/** One account as long as it is the current one: its state, followed, and told to the library. */

import type {
  DatafeedQuoteValues,
  IBrokerConnectionAdapterHost,
  Position,
} from "@public/trading_terminal/charting_library";
import type { AccountExecution, AccountOrder, AccountStep, Equity } from "@/plugins/accountTypes";
import type { BrokerApiType } from "@/plugins/broker/brokerApiType";
import type { WsAdapterType } from "@/plugins/wsAdapter";
import type { SubscriptionHandle } from "@/plugins/wsStream";
import { AccountCheck } from "./accountCheck";
import type { BrokerLink } from "./brokerLink";
import { subjectOf } from "./commandKeys";
import { ListedState } from "./listedState";
import { QuoteWatch } from "./quoteWatch";

const REJECTED = 5;
/** Canceled, filled, rejected. */
const FINAL: ReadonlySet<number> = new Set([1, 2, REJECTED]);
const FAILURE = 0;

type AccountRoutes = "orders" | "positions" | "executions" | "equity" | "connection";

/** The streams of an account; `account`, which the state is checked by, may be missing offline. */
export type AccountStreams = Pick<WsAdapterType, AccountRoutes | "quotes"> &
  Partial<Pick<WsAdapterType, "account">>;

export interface SessionWorld {
  host: IBrokerConnectionAdapterHost;
  api: BrokerApiType;
  ws: AccountStreams;
  link: BrokerLink;
  /** Called with each new value of the account. */
  valued: (equity: Equity) => void;
  /** Called with each step of the ledger, and with the whole state when it comes at once. */
  stepped: (step: AccountStep) => void;
  /** Called with what an update has told of: an order's or a position's subject, a command's key. */
  told: (subject: string) => void;
}

export class AccountSession {
  readonly orders: ListedState<AccountOrder>;
  readonly positions: ListedState<Position>;
  private readonly check: AccountCheck | undefined;
  private readonly marks: QuoteWatch;
  private readonly handles: SubscriptionHandle[];
  private readonly open = new Map<string, Position>();
  private closed = false;

  constructor(
    readonly accountId: string,
    private readonly world: SessionWorld,
  ) {
    const { ws, api } = world;
    const source = { accountId };
    this.marks = new QuoteWatch(ws.quotes, (symbol, quote) => this.mark(symbol, quote));
    this.orders = new ListedState(
      { ...source, stream: ws.orders, list: () => api.orders(accountId) },
      this.listener("orders", (order: AccountOrder) => this.tellOrder(order), this.findOrders),
    );
    this.positions = new ListedState(
      { ...source, stream: ws.positions, list: () => api.positions(accountId) },
      this.listener("positions", (position) => this.tellPosition(position), this.closePositions),
    );
    this.positions.values().then(
      (all) => all.forEach((each) => this.watch(each)),
      () => undefined,
    );
    this.check = ws.account && this.checking(ws.account);
    this.handles = this.listenToRest();
  }

  close(): void {
    this.closed = true;
    this.orders.close();
    this.positions.close();
    this.check?.close();
    this.marks.watchOnly([]);
    this.handles.forEach((handle) => void handle.close());
  }

  private listenToRest(): SubscriptionHandle[] {
    const { ws, host, link, valued } = this.world;
    const params = { accountId: this.accountId };
    return [
      ws.executions.listen(params, {
        onUpdate: (execution: AccountExecution) => host.executionUpdate(execution),
        // Those of the past are read by symbol, when the library asks for them.
        onReplace: () => undefined,
        onStatus: (status) => link.hearStream("executions", status),
      }),
      ws.equity.listen(params, {
        onUpdate: valued,
        onStatus: (status) => link.hearStream("equity", status),
      }),
      ws.connection.listen(params, {
        onUpdate: (venue) => link.hearVenue(venue),
        onStatus: (status) => link.hearStream("connection", status),
      }),
    ];
  }

  private listener<T>(route: string, changed: (item: T) => void, lost: (items: T[]) => void) {
    const { link } = this.world;
    const status = link.hearStream.bind(link, route);
    return { changed, lost, status };
  }

  private tellOrder(order: AccountOrder): void {
    const { host, told } = this.world;
    told(subjectOf(this.accountId, order.id));
    if (order.clientOrderId !== undefined) told(order.clientOrderId);
    host.orderUpdate(order);
    if (order.status !== REJECTED) return;
    const why = order.message?.text ?? "the broker rejected it";
    host.showNotification(order.reason ?? "Order rejected", `${order.symbol}: ${why}`, FAILURE);
  }

  /** Orders that ended while this page did not look: the history says how. */
  private readonly findOrders = (lost: AccountOrder[]): void => {
    const ids = new Set(lost.filter(({ status }) => !FINAL.has(status)).map(({ id }) => id));
    // An order that was seen to end is only of an earlier day now: there is nothing to tell.
    if (ids.size === 0) return;
    this.world.api.ordersHistory(this.accountId).then(
      ({ items }) => {
        if (this.closed) return;
        items.filter(({ id }) => ids.has(id)).forEach((each) => this.tellOrder(each));
      },
      // The next list that the library asks for is right all the same.
      () => undefined,
    );
  };

  private readonly closePositions = (lost: Position[]): void => {
    lost.forEach((position) => this.tellPosition({ ...position, qty: 0 }));
  };

  private tellPosition(position: Position): void {
    this.world.told(subjectOf(this.accountId, position.id));
    this.world.host.positionUpdate(position);
    this.watch(position);
  }

  /** An open position has a profit as long as its market moves. */
  private watch(position: Position): void {
    if (position.qty === 0) this.open.delete(position.symbol);
    else this.open.set(position.symbol, position);
    this.marks.watchOnly(this.open.keys());
  }

  /** A long is worth the bid, a short the ask, and the last price where there is no quote. */
  private mark(symbol: string, { bid, ask, lp }: DatafeedQuoteValues): void {
    const position = this.open.get(symbol);
    const mark = (position?.side === 1 ? bid : ask) ?? lp;
    if (position === undefined || mark === undefined) return;
    const { id, side, qty, avgPrice } = position;
    this.world.host.plUpdate(id, side * qty * (mark - avgPrice));
  }

  private checking(stream: WsAdapterType["account"]): AccountCheck {
    const { host, link, stepped } = this.world;
    return new AccountCheck(this.accountId, stream, {
      stepped,
      status: (status) => link.hearStream("account", status),
      checked: (state, message = "") => {
        if (state === "failed") {
          link.fail("state", message);
          host.showNotification("The account's state differs", message, FAILURE);
        }
      },
    });
  }
}
