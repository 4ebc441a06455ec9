import { shallowRef, watch, type Ref } from "vue";
import { useAccount } from "@/composables/account/account";

/** The quantity that an order of a symbol has, unless somebody says: that of the newest one. */
export function useOrderQuantity(symbol: Ref<string>): () => number {
  const { broker, orders } = useAccount();
  const usual = shallowRef(1);
  watch(
    symbol,
    async (name) => {
      const found = await broker.symbolInfo(name).catch(() => null);
      if (found && name === symbol.value) usual.value = found.qty.default ?? found.qty.min;
    },
    { immediate: true },
  );
  return () => {
    const own = orders.value.filter((order) => order.symbol === symbol.value);
    const newest = own.reduce<(typeof own)[number] | null>(
      (best, order) => ((order.updateTime ?? 0) >= (best?.updateTime ?? 0) ? order : best),
      null,
    );
    return newest?.qty ?? usual.value;
  };
}
