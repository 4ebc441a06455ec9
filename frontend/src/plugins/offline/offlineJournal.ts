/** What happened to the offline account, by stream: numbered as a server numbers it. */

import type { Position } from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  BrokerConnection,
  Equity,
  Listed,
} from "../accountTypes";

export interface OfflineStreams {
  orders: AccountOrder;
  positions: Position;
  executions: AccountExecution;
  equity: Equity;
  connection: BrokerConnection;
}

type Route = keyof OfflineStreams;

const EPOCH = "offline";

export class OfflineJournal {
  step = 0;
  private readonly seqs = new Map<Route, number>();
  private readonly waiting = new Map<Route, unknown[]>();

  /** Begins the next step and returns its number. */
  nextStep(): number {
    this.step += 1;
    return this.step;
  }

  record<R extends Route>(route: R, value: OfflineStreams[R]): void {
    this.seqs.set(route, this.seqOf(route) + 1);
    this.waiting.set(route, [...this.untold(route), { ...value }]);
  }

  /** A list of `route`'s state: what it holds is not told by the stream again (rule R6). */
  listed<R extends Route>(route: R, items: Iterable<OfflineStreams[R]>): Listed<OfflineStreams[R]> {
    this.waiting.delete(route);
    const copies = [...items].map((item) => ({ ...item }));
    return { items: copies, at: { epoch: EPOCH, seq: this.seqOf(route) }, step: this.step };
  }

  /** The oldest update of `route` that nobody has been told; null when there is none. */
  next<R extends Route>(route: R): OfflineStreams[R] | null {
    const [value, ...rest] = this.untold(route);
    this.waiting.set(route, rest);
    return (value as OfflineStreams[R] | undefined) ?? null;
  }

  private untold(route: Route): unknown[] {
    return this.waiting.get(route) ?? [];
  }

  private seqOf(route: Route): number {
    return this.seqs.get(route) ?? 0;
  }
}
