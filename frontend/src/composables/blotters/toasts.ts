import { shallowRef, watch } from "vue";
import { useAccount } from "@/composables/account/account";
import type { AccountNotice } from "@/composables/account/accountDesk";
import { oncePerFrame } from "@/composables/account/oncePerFrame";

const MOST = 4;
const FILL_MS = 5000;
/** A refusal has more to be read. */
const REFUSAL_MS = 12_000;

const isTold = ({ kind, good, inPlace }: AccountNotice): boolean =>
  kind === "fill" || (!good && !inPlace);

/**
 * Those of the account's notices that tell of fills and refusals, each for a while. They are looked
 * at once a frame: until then whoever caused a refusal has said whether he shows it himself.
 */
export function useToasts(nextFrame?: (show: () => void) => unknown) {
  const { notices } = useAccount();
  const shown = shallowRef<readonly AccountNotice[]>([]);
  const dismiss = (id: number): void => {
    shown.value = shown.value.filter((one) => one.id !== id);
  };
  let last = notices.value[0]?.id ?? 0;
  const show = (): void => {
    const told = notices.value.filter((one) => one.id > last && isTold(one));
    last = notices.value[0]?.id ?? last;
    if (told.length === 0) return;
    shown.value = [...told, ...shown.value].slice(0, MOST);
    for (const { id, good } of told) setTimeout(() => dismiss(id), good ? FILL_MS : REFUSAL_MS);
  };
  watch(notices, oncePerFrame(show, nextFrame));
  return { shown, dismiss };
}
