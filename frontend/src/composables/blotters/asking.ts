import { ref, shallowRef, type Ref } from "vue";
import { problemOf, type Problem } from "@/composables/problem";
import type { Question } from "@/composables/trading/questions";

/** A question on the screen, and what its two buttons do. */
export interface AskedQuestion {
  question: Readonly<Ref<Question | null>>;
  /** Whether the act is under way. */
  pending: Readonly<Ref<boolean>>;
  /** What the act was refused with. */
  problem: Readonly<Ref<Problem | null>>;
  confirm: () => Promise<void>;
  leave: () => void;
}

type AskedAct = Question & { act: () => Promise<unknown> };

/** One question at a time; what a refused act was refused with stays to be read. */
export function useAsking() {
  const question = shallowRef<AskedAct | null>(null);
  const pending = ref(false);
  const problem = shallowRef<Problem | null>(null);

  async function confirm(): Promise<void> {
    const asked = question.value;
    if (!asked || pending.value) return;
    pending.value = true;
    problem.value = null;
    try {
      await asked.act();
      question.value = null;
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      pending.value = false;
    }
  }

  /** Act at once where nothing has to be asked; the log tells of a refusal. */
  function ask(asked: AskedAct, isAsked = true): void {
    problem.value = null;
    if (isAsked) question.value = asked;
    else void asked.act().catch(() => undefined);
  }

  function leave(): void {
    if (!pending.value) question.value = null;
  }
  return { question, pending, problem, ask, confirm, leave };
}

export type Asking = ReturnType<typeof useAsking>;
