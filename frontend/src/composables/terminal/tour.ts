import { useStorage } from "@vueuse/core";
import { computed, ref, watch } from "vue";
import type { AccountDesk } from "@/composables/account/accountDesk";

export const TOUR_STEPS = ["order", "fill", "keys"] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/**
 * The first run in three steps; null when there is nothing to show.
 *
 * It begins where an account has never traded and nobody has left it; the first step is done by
 * the order itself, wherever that was placed.
 */
export function useTour(account: Pick<AccountDesk, "known" | "orders" | "fills" | "positions">) {
  const left = useStorage("trading-pro.tour-left", false);
  const reached = ref<number | null>(null);
  const traded = computed(() => account.orders.value.length + account.positions.value.length > 0);

  watch(
    account.known,
    (known) => {
      if (known && reached.value === null) reached.value = traded.value ? TOUR_STEPS.length : 0;
    },
    { immediate: true },
  );
  watch(account.fills, (fills) => {
    if (reached.value === 0 && fills.length > 0) reached.value = 1;
  });

  const step = computed<TourStep | null>(() =>
    left.value || reached.value === null ? null : (TOUR_STEPS[reached.value] ?? null),
  );
  function next(): void {
    reached.value = (reached.value ?? 0) + 1;
    if (reached.value >= TOUR_STEPS.length) left.value = true;
  }
  const leave = (): void => void (left.value = true);
  /** Show it again, from the first step. */
  function begin(): void {
    left.value = false;
    reached.value = 0;
  }
  return { step, next, leave, begin };
}
