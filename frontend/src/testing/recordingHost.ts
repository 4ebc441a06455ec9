/** The charting library's end of a broker: notes what it is told, and waits for it. */

import type {
  Execution,
  IBrokerConnectionAdapterHost,
  IWatchedValue,
  Order,
  Position,
} from "@public/trading_terminal/charting_library";

type Told = { name: string; args: unknown[] };

class HeldValue<T> implements IWatchedValue<T> {
  constructor(private held: T) {}
  value(): T {
    return this.held;
  }
  setValue(value: T): void {
    this.held = value;
  }
  subscribe(): void {
    throw new Error("nobody watches values here");
  }
  unsubscribe(): void {
    throw new Error("nobody watches values here");
  }
}

export class RecordingHost implements IBrokerConnectionAdapterHost {
  readonly told: Told[] = [];
  readonly factory = {
    createWatchedValue: <T>(value: T): IWatchedValue<T> => new HeldValue(value),
  };
  private waiting: (() => void)[] = [];

  orderUpdate = this.note("orderUpdate");
  orderPartialUpdate = this.note("orderPartialUpdate");
  positionUpdate = this.note("positionUpdate");
  positionPartialUpdate = this.note("positionPartialUpdate");
  executionUpdate = this.note("executionUpdate");
  plUpdate = this.note("plUpdate");
  equityUpdate = this.note("equityUpdate");
  marginAvailableUpdate = this.note("marginAvailableUpdate");
  pipValueUpdate = this.note("pipValueUpdate");
  realtimeUpdate = this.note("realtimeUpdate");
  domUpdate = this.note("domUpdate");
  showNotification = this.note("showNotification");
  connectionStatusUpdate = this.note("connectionStatusUpdate");
  currentAccountUpdate = this.note("currentAccountUpdate");
  defaultFormatter = () => Promise.resolve({ format: String });
  defaultContextMenuActions = () => Promise.resolve([{ text: "Buy", action: () => undefined }]);
  getSymbolMinTick = () => Promise.resolve(0.01);

  /** What was told by `name` so far: the first argument of each call. */
  heard<T = unknown>(name: string): T[] {
    return this.told.filter((each) => each.name === name).map(({ args }) => args[0] as T);
  }

  get orders(): Order[] {
    return this.heard("orderUpdate");
  }

  get positions(): Position[] {
    return this.heard("positionUpdate");
  }

  get executions(): Execution[] {
    return this.heard("executionUpdate");
  }

  get notes(): unknown[][] {
    return this.told.filter(({ name }) => name === "showNotification").map(({ args }) => args);
  }

  /** Resolves as soon as `found` finds something in what was told. */
  async until<T>(found: (host: this) => T | undefined): Promise<T> {
    for (;;) {
      const result = found(this);
      if (result !== undefined) return result;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Resolves with the first update of order `id` that fits. */
  order(id: string | undefined, fits: (order: Order) => boolean = () => true): Promise<Order> {
    return this.until(({ orders }) => orders.find((each) => each.id === id && fits(each)));
  }

  /** Resolves with the first update of the position that fits. */
  position(symbol: string, fits: (position: Position) => boolean): Promise<Position> {
    return this.until(({ positions }) =>
      positions.find((each) => each.symbol === symbol && fits(each)),
    );
  }

  private note(name: string) {
    return (...args: unknown[]): void => {
      this.told.push({ name, args });
      this.waiting.splice(0).forEach((wake) => wake());
    };
  }
}
