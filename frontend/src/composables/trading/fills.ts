import { computed, shallowRef, watch, type Ref } from "vue";
import type { Execution } from "@public/trading_terminal/charting_library";
import type { AccountExecution } from "@/services/brokerTerminalService";
import { useAccount } from "@/composables/account/account";

/**
 * All fills of a symbol, ascending by time: those of the past, and those that come. What was never
 * traded, as an imported symbol, has none, and nobody is asked.
 */
export function useFills(
  symbol: Ref<string>,
  trades: Ref<boolean>,
): Ref<readonly AccountExecution[]> {
  const { accountId, broker, fills, link } = useAccount();
  const past = shallowRef<readonly AccountExecution[]>([]);
  // A link that comes back may have missed some.
  watch(
    [symbol, accountId, () => link.value.status, trades],
    async ([name, account], [nameBefore, accountBefore]) => {
      if (name !== nameBefore || account !== accountBefore) past.value = [];
      if (!trades.value) return;
      const read = (await broker.executions(name).catch(() => [])) as Execution[];
      const isCurrent = name === symbol.value && account === accountId.value;
      if (isCurrent && read.length > 0) past.value = read as AccountExecution[];
    },
    { immediate: true },
  );
  return computed(() => {
    const known = new Set(past.value.map(({ id }) => id));
    const newer = fills.value.filter((fill) => fill.symbol === symbol.value && !known.has(fill.id));
    return newer.length > 0 ? [...past.value, ...newer] : past.value;
  });
}
