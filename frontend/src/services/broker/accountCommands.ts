/**
 * Commands to an account: sent once, whatever gets lost, and always followed by an update.
 *
 * The library waits ten seconds for the update of what it commanded, by the same id. It comes by
 * the stream; where the stream is slow or cut, the list is read instead.
 */

import type {
  Brackets,
  LeverageSetParams,
  LeverageSetResult,
  Order,
  PreOrder,
} from "@public/trading_terminal/charting_library";
import type { BrokerApiType, CommandKey, OrderPlaced } from "@/plugins/broker/brokerApiType";
import type { AccountSession } from "./accountSession";
import { subjectOf, type CommandKeys } from "./commandKeys";
import type { ListedState } from "./listedState";
import { isInDoubt, retrying, type Wait } from "./retrying";

const STREAM_MAY_TAKE_MS = 3000;
/** As many orders as the server cancels in one step. */
const MOST_AT_ONCE = 500;

export interface CommandWorld {
  api: BrokerApiType;
  keys: CommandKeys;
  wait: Wait;
}

export class AccountCommands {
  constructor(
    private readonly session: AccountSession,
    private readonly world: CommandWorld,
  ) {}

  async place(order: PreOrder, confirmId?: string): Promise<OrderPlaced> {
    const { accountId } = this.session;
    const placed = await this.send(["place", order], ({ key }) =>
      this.world.api.place(accountId, { ...order, clientOrderId: key }, confirmId),
    );
    this.expect(this.session.orders, placed.orderId, 0);
    return placed;
  }

  async modify(order: Order, confirmId?: string): Promise<void> {
    const { id } = order;
    await this.onOrders([id], ["modify", order], (command) =>
      this.world.api.modify(command, id, order, confirmId),
    );
  }

  async cancel(orderId: string): Promise<void> {
    await this.onOrders([orderId], ["cancel", orderId], (command) =>
      this.world.api.cancel(command, orderId),
    );
  }

  /** All of them or none; of more than the server takes at once, so many at a time. */
  async cancelAll(orderIds: string[]): Promise<void> {
    for (let from = 0; from < orderIds.length; from += MOST_AT_ONCE) {
      const some = orderIds.slice(from, from + MOST_AT_ONCE);
      await this.onOrders(some, ["cancelAll", some], (command) =>
        this.world.api.cancelAll(command, some),
      );
    }
  }

  async close(positionId: string, amount?: number): Promise<void> {
    await this.onPosition(positionId, ["close", positionId, amount], (command) =>
      this.world.api.close(command, positionId, amount),
    );
  }

  async reverse(positionId: string): Promise<void> {
    await this.onPosition(positionId, ["reverse", positionId], (command) =>
      this.world.api.reverse(command, positionId),
    );
  }

  async editBrackets(positionId: string, brackets: Brackets): Promise<void> {
    await this.onPosition(positionId, ["brackets", positionId, brackets], (command) =>
      this.world.api.editBrackets(command, positionId, brackets),
    );
  }

  setLeverage(params: LeverageSetParams): Promise<LeverageSetResult> {
    // No update tells of it, and setting it twice does no harm: no doubt need be kept.
    return this.send(
      ["leverage", params],
      (command) => this.world.api.setLeverage(command, params),
      { isInDoubt: () => false },
    );
  }

  private async onOrders<T>(
    ids: string[],
    asked: unknown,
    command: (command: CommandKey) => Promise<T>,
  ): Promise<void> {
    const { orders } = this.session;
    const before = ids.map((id) => orders.tellingsOf(id));
    await this.send(asked, command, { subject: ids.join() });
    ids.forEach((id, index) => this.expect(orders, id, before[index] ?? 0));
  }

  private async onPosition<T>(
    id: string,
    asked: unknown,
    command: (command: CommandKey) => Promise<T>,
  ): Promise<void> {
    const { positions } = this.session;
    const before = positions.tellingsOf(id);
    await this.send(asked, command, { subject: id });
    this.expect(positions, id, before);
  }

  private send<T>(
    asked: unknown,
    command: (command: CommandKey) => Promise<T>,
    doubt: { subject?: string; isInDoubt?: (error: unknown) => boolean } = {},
  ): Promise<T> {
    const { keys, wait } = this.world;
    const { accountId } = this.session;
    return keys.run(
      [accountId, asked],
      (key) => retrying(() => command({ accountId, key }), wait),
      doubt.isInDoubt ?? isInDoubt,
      doubt.subject && subjectOf(accountId, doubt.subject),
    );
  }

  /** Sees to it that `id` is told of more often than `before`, by the stream or by a list. */
  private expect<T extends { id: string }>(
    state: ListedState<T>,
    id: string,
    before: number,
  ): void {
    const isTold = (): boolean => state.tellingsOf(id) > before;
    if (isTold()) return;
    void this.world.wait(STREAM_MAY_TAKE_MS).then(async () => {
      if (!isTold()) await state.read();
      if (!isTold()) state.tellAgain(id);
    });
  }
}
