import { shallowRef, watch } from "vue";
import { useAccount } from "@/composables/account/account";
import { usePanel } from "@/composables/terminal/panel";
import { useTerminal } from "@/composables/terminal/terminal";
import type { TicketDraft } from "@/composables/terminal/tickets";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { emptyForm, filled, priced, type TicketForm } from "./ticketForm";

/** The form, filled by whoever opens the ticket; its symbol is the panel's or the draft's. */
export function useDraftedForm() {
  const { tickets } = useTerminal();
  const panel = usePanel();
  const account = useAccount();
  const symbol = shallowRef(panel.link.value.symbol.value);
  const form = shallowRef<TicketForm>(emptyForm());
  const modifies = shallowRef<AccountOrder | null>(null);
  /** Counts drafts: at each the ticket takes the focus. */
  const drafts = shallowRef(0);

  function take(draft: TicketDraft): void {
    if (draft.symbol !== symbol.value) show(draft.symbol);
    drafts.value += 1;
    if (draft.onlyPrice && draft.limitPrice !== undefined) {
      form.value = priced(form.value, draft.limitPrice);
      return;
    }
    modifies.value = draft.modifies ?? null;
    form.value = filled(form.value, draft);
  }

  /** Another symbol: a hundred shares of one are not a hundred of the other. */
  function show(name: string): void {
    symbol.value = name;
    modifies.value = null;
    const { side, type, duration } = form.value;
    form.value = { ...emptyForm(), side, type, duration };
  }

  watch(
    () => panel.link.value.symbol.value,
    (name) => name !== symbol.value && show(name),
  );
  watch(account.accountId, () => show(symbol.value));
  watch(tickets.draft, (draft) => draft && take(draft), { immediate: true });
  watch(symbol, (name) => panel.entitle(`Order ticket · ${name}`), { immediate: true });
  return { symbol, form, modifies, drafts };
}
