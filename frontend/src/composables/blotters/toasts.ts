import { shallowRef, watch } from "vue";
import { useAccount } from "@/composables/account/account";
import type { AccountNotice } from "@/composables/account/accountDesk";

const MOST = 4;
const FILL_MS = 5000;
/** A refusal has more to be read. */
const REFUSAL_MS = 12_000;

/** Those of the account's notices that tell of fills and refusals, each for a while. */
export function useToasts() {
  const { notices } = useAccount();
  const shown = shallowRef<readonly AccountNotice[]>([]);
  const dismiss = (id: number): void => {
    shown.value = shown.value.filter((one) => one.id !== id);
  };
  watch(notices, (now, before) => {
    const last = before[0]?.id ?? 0;
    const told = now.filter(({ id, kind, good }) => id > last && (kind === "fill" || !good));
    if (told.length === 0) return;
    shown.value = [...told, ...shown.value].slice(0, MOST);
    for (const { id, good } of told) setTimeout(() => dismiss(id), good ? FILL_MS : REFUSAL_MS);
  });
  return { shown, dismiss };
}
