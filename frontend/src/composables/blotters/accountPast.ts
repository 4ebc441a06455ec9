import { useIntervalFn } from "@vueuse/core";
import { computed, shallowRef, watch, type Ref } from "vue";
import { useAccount } from "@/composables/account/account";
import { problemOf, type Problem } from "@/composables/problem";
import type { EquityPoint } from "@/services/brokerTerminalService";
import { curveOf, dayProfits, daySpan } from "./equityDays";

export const RANGES = ["day", "month", "all"] as const;
export type Range = (typeof RANGES)[number];

const DAY_MS = 86_400_000;
const CURVE_POINTS = 400;
const DAYS = 30;
/** Limits change by steps that do not say so: a loss grows with each price. */
const LOOK_MS = 5000;

const SPANS: Record<Range, (now: number) => { from?: number; points: number }> = {
  day: (now) => ({ from: now - DAY_MS, points: CURVE_POINTS }),
  month: (now) => ({ from: now - DAYS * DAY_MS, points: CURVE_POINTS }),
  all: () => ({ points: CURVE_POINTS }),
};

/** The account's worth over time and by days, read again after each step while it is seen. */
export function useAccountPast(visible: Ref<boolean>, range: Ref<Range>) {
  const account = useAccount();
  const points = shallowRef<readonly EquityPoint[]>([]);
  const dayPoints = shallowRef<readonly EquityPoint[]>([]);
  const problem = shallowRef<Problem | null>(null);
  let stale = true;

  async function read(): Promise<void> {
    stale = false;
    const [id, now] = [account.accountId.value, Date.now()];
    const { controls } = account.broker;
    try {
      const curve = await controls.equity(SPANS[range.value](now));
      const days = await controls.equity(daySpan(now, DAYS));
      if (id !== account.accountId.value) return;
      [points.value, dayPoints.value, problem.value] = [curve, days, null];
    } catch (error) {
      problem.value = problemOf(error);
    }
  }
  function look(): void {
    if (!visible.value) return;
    if (stale) void read();
    void account.readRisk();
  }
  watch([account.accountId, range], () => (stale = true));
  watch(
    () => account.step.value?.step,
    () => (stale = true),
  );
  watch([visible, account.accountId, range], look, { immediate: true });
  useIntervalFn(look, LOOK_MS);

  const worth = computed(() => {
    const equity = account.equity.value?.equity;
    return equity === undefined ? null : { at: Date.now(), equity };
  });
  const curve = computed(() => curveOf(points.value, worth.value));
  const days = computed(() => dayProfits(dayPoints.value, worth.value).reverse());
  return { curve, days, problem, read };
}
