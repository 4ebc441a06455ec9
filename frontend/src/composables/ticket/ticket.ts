import { computed, inject, provide, shallowRef, watch, type InjectionKey, type Ref } from "vue";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { useAccount } from "@/composables/account/account";
import { usePanel } from "@/composables/terminal/panel";
import { useTerminal } from "@/composables/terminal/terminal";
import { accountMark } from "./accountMark";
import { blockedBy } from "./blocked";
import { useDraftedForm } from "./draftedForm";
import { useFieldRefusals } from "./fieldRefusals";
import { orderWords, priceWords, quantity, sideWord } from "./orderWords";
import { usePreview } from "./preview";
import { Submission } from "./submission";
import type { TicketForm } from "./ticketForm";
import { useTicketMarket } from "./ticketMarket";
import { TicketOrders } from "./ticketOrders";
import { readTicket, type TicketReading } from "./ticketReading";

const CONNECTED = 1;
const NO_READING: TicketReading = {
  ...{ entry: null, qty: null, limitPrice: null, stopPrice: null, takeProfit: null },
  ...{ stopLoss: null, stakes: null, problems: {}, order: null },
};

export type Ticket = ReturnType<typeof makeTicket>;
const ticketKey: InjectionKey<Ticket> = Symbol("ticket");

/** The ticket that the component belongs to. */
export function useTicket(): Ticket {
  const ticket = inject(ticketKey);
  if (!ticket) throw new Error("this component stands in no ticket");
  return ticket;
}

/** Make the ticket of a panel, for the component and all within it. */
export function provideTicket(): Ticket {
  const ticket = makeTicket();
  provide(ticketKey, ticket);
  return ticket;
}

function makeTicket() {
  const account = useAccount();
  const { settings, tickets } = useTerminal();
  const { symbol, form, modifies, drafts } = useDraftedForm();
  const seen = usePanel().visible;
  const place = useTicketMarket(symbol, seen);
  const reading = computed(() =>
    place.market.value ? readTicket(form.value, place.market.value) : NO_READING,
  );
  const submission = new Submission();
  const preview = usePreview({
    order: useAsked({ account, seen, place, modifies, reading }),
    ask: (order) => account.broker.previewOrder(order),
    account: () => accountMark(account),
  });
  const orders = new TicketOrders({
    ...{ account, seen, form, modifies, reading, submission, preview, price: place.price },
    asks: () => settings.value.confirm.order,
    left: () => tickets.leave(),
  });
  const attempted = shallowRef(false);
  watch([form, symbol], () => {
    submission.forget();
    orders.stale.value = null;
  });
  watch([modifies, symbol], () => (attempted.value = false));
  watch(account.accountId, () => (orders.placedId.value = null));

  /** Change a member of the form. */
  const set = (members: Partial<TicketForm>): void =>
    void (form.value = { ...form.value, ...members });
  const blocked = useBlocked({ account, modifies, submission, place });

  async function submit(): Promise<void> {
    if (blocked.value) return;
    attempted.value = true;
    if (await orders.submit()) attempted.value = false;
  }

  async function confirm(): Promise<void> {
    if (blocked.value) return;
    if (await orders.confirm()) attempted.value = false;
  }

  return {
    symbol,
    form,
    set,
    modifies,
    drafts,
    ...place,
    reading,
    preview: preview.shown,
    submission,
    orders,
    blocked,
    submit,
    confirm,
    ...useWords({ form, symbol, reading, modifies, submission, place }),
    refusalAt: useFieldRefusals({ form, reading, preview, submission, attempted }),
  };
}

interface AskedParts {
  account: ReturnType<typeof useAccount>;
  seen: Ref<boolean>;
  place: ReturnType<typeof useTicketMarket>;
  modifies: Ref<AccountOrder | null>;
  reading: Ref<TicketReading>;
}

/** The order that a preview is asked of; null where none can be. */
function useAsked({ account, seen, place, modifies, reading }: AskedParts) {
  return computed(() => {
    const isLive = seen.value && account.link.value.status === CONNECTED;
    // Of an imported symbol, or one that is looked up still, there is no price to preview by.
    const streams = (place.instrument.value?.data_status ?? "endofday") !== "endofday";
    return isLive && streams && !modifies.value ? reading.value.order : null;
  });
}

type BlockParts = Pick<Parts, "modifies" | "submission" | "place"> & {
  account: ReturnType<typeof useAccount>;
};

/** What is in doubt may be sent again at any time: it is the same order. */
function useBlocked({ account, modifies, submission, place }: BlockParts) {
  return computed(() =>
    submission.doubted.value
      ? null
      : blockedBy(account, place.state.value?.word ?? null, !modifies.value),
  );
}

type Parts = Pick<ReturnType<typeof useDraftedForm>, "form" | "symbol" | "modifies"> & {
  reading: { value: TicketReading };
  submission: Submission;
  place: ReturnType<typeof useTicketMarket>;
};

/** What the button says that it will do. */
function useWords({ form, symbol, reading, modifies, submission, place }: Parts) {
  const label = computed(() => {
    const { order } = reading.value;
    const again = submission.doubted.value ? "Send again: " : "";
    const nothing = modifies.value ? "Change the order of" : sideWord(form.value.side);
    if (!order) return `${nothing} ${symbol.value}`;
    if (!modifies.value) return `${again}${orderWords(order, place.price)}`;
    return `${again}Change to ${quantity(order.qty)} ${priceWords(order, place.price)}`;
  });
  return { label };
}
