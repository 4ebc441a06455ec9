import { useDebounceFn, useIntervalFn } from "@vueuse/core";
import { shallowRef, watch, type Ref, type ShallowRef } from "vue";
import type { OrderPreviewResult } from "@public/trading_terminal/charting_library";
import type { AccountPreOrder } from "@/services/brokerTerminalService";

const TYPED_MS = 250;
const MOST_MS = 1000;
/** A confirmation holds for a minute: what is looked at shall always be one that holds. */
const RENEWED_MS = 30_000;

export interface Preview {
  /** The order that was asked for, as JSON: another one is not what the user sees. */
  of: string;
  result: OrderPreviewResult;
}

export interface PreviewWorld {
  /** The order of the ticket; null where there is none to ask for. */
  order: Ref<AccountPreOrder | null>;
  ask: (order: AccountPreOrder) => Promise<OrderPreviewResult>;
  /** Says otherwise whenever the account changes: the numbers of a preview hold until then. */
  account: () => string;
}

/** What the broker says that the ticket's order would do; the newest answer alone counts. */
export function usePreview({ order, ask, account }: PreviewWorld) {
  const shown: ShallowRef<Preview | null> = shallowRef(null);
  let newest = 0;

  /** Ask now; return the answer, null when it has failed or another order was asked for since. */
  async function renew(): Promise<Preview | null> {
    const asked = order.value;
    newest += 1;
    const mine = newest;
    if (!asked) return null;
    const result = await ask(asked).catch(() => null);
    if (mine !== newest) return null;
    shown.value = result && { of: JSON.stringify(asked), result };
    return shown.value;
  }

  /** Forget what is shown, whose confirmation is used up, and ask anew. */
  function replace(): Promise<Preview | null> {
    shown.value = null;
    return renew();
  }

  const renewSoon = useDebounceFn(renew, TYPED_MS, { maxWait: MOST_MS });
  watch(
    () => JSON.stringify(order.value),
    (text) => {
      if (text === "null") {
        newest += 1;
        shown.value = null;
      } else void renewSoon();
    },
    { immediate: true },
  );
  watch(account, () => void renewSoon());
  useIntervalFn(() => void renew(), RENEWED_MS);
  return { shown, replace };
}

/** What confirms just this order; nothing where the preview is of another one. */
export function confirmationOf(
  preview: Preview | null,
  order: AccountPreOrder,
): string | undefined {
  return preview?.of === JSON.stringify(order) ? preview.result.confirmId : undefined;
}
