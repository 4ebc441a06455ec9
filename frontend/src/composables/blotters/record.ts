import { shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { problemOf, type Problem } from "@/composables/problem";

/** A part of the account's record: read when it is first shown, and with another account. */
export function useRecord<T>(
  account: Ref<string>,
  wanted: () => boolean,
  read: () => Promise<readonly T[]>,
): { items: ShallowRef<readonly T[]>; problem: ShallowRef<Problem | null>; again: () => void } {
  const items = shallowRef<readonly T[]>([]);
  const problem = shallowRef<Problem | null>(null);
  let known: string | null = null;

  async function load(): Promise<void> {
    const asked = (known = account.value);
    try {
      const answer = await read();
      if (asked === account.value) [items.value, problem.value] = [answer, null];
    } catch (error) {
      if (asked !== account.value) return;
      problem.value = problemOf(error);
      known = null;
    }
  }
  watch(
    [account, wanted],
    ([id, isWanted]) => {
      if (id !== known) items.value = [];
      if (isWanted && id !== known) void load();
    },
    { immediate: true },
  );
  return { items, problem, again: () => void load() };
}
