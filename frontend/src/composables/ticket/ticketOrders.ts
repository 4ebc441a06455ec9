import { computed, shallowRef, type Ref, type ShallowRef } from "vue";
import type { Order } from "@public/trading_terminal/charting_library";
import type { AccountDesk } from "@/composables/account/accountDesk";
import type { AccountOrder, AccountPreOrder } from "@/services/brokerTerminalService";
import type { Decimal } from "./decimal";
import { isOpen, type WritePrice } from "./orderWords";
import { confirmationOf, type Preview } from "./preview";
import { changedLines, changesOf, hasRun, type Difference } from "./staleness";
import type { Submission } from "./submission";
import { nextForm, rebased, TYPES, type TicketForm } from "./ticketForm";
import type { TicketReading } from "./ticketReading";

/** An order that waits for the trader's word, with the price that he is shown. */
export interface Asked {
  order: AccountPreOrder;
  entry: Decimal | null;
}

/** Why nothing was sent: the ticket was looked at before this changed. */
export interface Stale {
  sentence: string;
  differences: Difference[];
  /** Take what is true now; null where there is no going on. */
  take: (() => void) | null;
}

export interface TicketOrdersWorld {
  account: Pick<AccountDesk, "orders" | "broker" | "toldInPlace">;
  /** Whether the trader looks at the ticket. */
  seen: Readonly<Ref<boolean>>;
  form: ShallowRef<TicketForm>;
  modifies: ShallowRef<AccountOrder | null>;
  reading: Readonly<Ref<TicketReading>>;
  submission: Submission;
  preview: { shown: Readonly<Ref<Preview | null>>; replace: () => Promise<Preview | null> };
  price: WritePrice;
  /** Whether the trader wants to be asked before an order goes. */
  asks: () => boolean;
  /** Tell that the ticket is empty again. */
  left: () => void;
}

const CONFIRMATION_INVALID = "CONFIRMATION_INVALID";

/** What the ticket does with the broker: place, change, and refuse what is out of date. */
export class TicketOrders {
  readonly asked = shallowRef<Asked | null>(null);
  readonly stale = shallowRef<Stale | null>(null);
  readonly placedId = shallowRef<string | null>(null);
  /** The order that was placed or changed last, as the stream tells it. */
  readonly placed = computed(
    () => this._world.account.orders.value.find(({ id }) => id === this.placedId.value) ?? null,
  );

  constructor(private readonly _world: TicketOrdersWorld) {}

  /** Send the ticket, or ask first; return whether an order was placed or changed. */
  async submit(): Promise<boolean> {
    const { submission, reading, modifies, asks } = this._world;
    const doubted = submission.doubted.value;
    if (doubted) return this._send(doubted);
    const { order, entry } = reading.value;
    if (!order || !submission.armed) return false;
    this.stale.value = modifies.value && this._changedMeanwhile(modifies.value);
    if (this.stale.value) return false;
    if (!asks()) return this._go(order);
    this.asked.value = { order, entry };
    return false;
  }

  /** Send what the trader was asked for and agreed to; return whether it went. */
  async confirm(): Promise<boolean> {
    const agreed = this.asked.value;
    this.asked.value = null;
    if (!agreed) return false;
    this.stale.value = this._ranAway(agreed);
    return this.stale.value ? false : this._go(agreed.order);
  }

  /** Clear what belonged to one order, and change none. */
  leave(): void {
    const { form, modifies, left } = this._world;
    modifies.value = null;
    form.value = nextForm(form.value);
    left();
  }

  private _go(order: AccountPreOrder): Promise<boolean> {
    const { account, modifies, preview } = this._world;
    const seen = modifies.value;
    if (seen) {
      const wanted = changed(seen, order);
      return this._send(() => account.broker.modifyOrder(wanted).then(() => seen.id));
    }
    const confirmation = confirmationOf(preview.shown.value, order);
    return this._send(async () => {
      const { orderId } = await account.broker.placeOrder(order, confirmation);
      return orderId ?? "";
    });
  }

  private async _send(command: () => Promise<string>): Promise<boolean> {
    const { submission, preview, account, seen } = this._world;
    const before = preview.shown.value;
    const sent = await submission.run(command, (error) => {
      if (seen.value) account.toldInPlace(error);
    });
    if (sent !== null) {
      this.placedId.value = sent;
      this.leave();
    }
    // A confirmation is good for one sending, whatever came of it.
    const renewed = preview.replace();
    const code = submission.refusal.value?.problem.code;
    if (code === CONFIRMATION_INVALID) this._lookAgain(before, await renewed);
    return sent !== null;
  }

  /** The server no longer knows what the trader has seen: show what it would be now. */
  private _lookAgain(before: Preview | null, now: Preview | null): void {
    if (!now || !before) return;
    this._world.submission.forget();
    this.stale.value = {
      sentence: "The preview was too old: nothing was sent.",
      differences: changedLines(before.result, now.result),
      take: () => (this.stale.value = null),
    };
  }

  /** The order that the ticket changes is another one by now. */
  private _changedMeanwhile(seen: AccountOrder): Stale | null {
    const { account, form, modifies, price } = this._world;
    const now = account.orders.value.find(({ id }) => id === seen.id);
    const differences = now ? changesOf(seen, now, price) : [];
    if (!now || differences.length === 0) return null;
    const take = (): void => {
      this.stale.value = null;
      form.value = rebased(form.value, seen, now);
      modifies.value = now;
    };
    return {
      sentence: "The order has changed since this ticket was opened: nothing was sent.",
      differences,
      take: isOpen(now) ? take : null,
    };
  }

  /** A market order was agreed to at a price that the market has left. */
  private _ranAway({ order, entry }: Asked): Stale | null {
    const { reading, price } = this._world;
    const now = reading.value.entry;
    if (order.type !== TYPES.market || !entry || !now || !hasRun(order.side, entry, now)) {
      return null;
    }
    const written = (value: Decimal): string => price(Number(value.toFixed()));
    return {
      sentence: "The market has moved since you were asked: nothing was sent.",
      differences: [{ title: "Price", seen: written(entry), now: written(now) }],
      take: () => (this.stale.value = null),
    };
  }
}

/** The order as it shall be, whole: a bracket that is left out is removed. */
function changed(seen: AccountOrder, wanted: AccountPreOrder): Order {
  const { id, status, duration } = seen;
  const { duration: ofForm, ...order } = wanted;
  const kept = duration ?? ofForm;
  return { ...order, id, status, ...(kept && { duration: kept }) };
}
