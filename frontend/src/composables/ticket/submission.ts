import { shallowRef } from "vue";
import { refusalOf, type Refusal } from "./refusals";

/** The second press of a double click means the first order, not a second one. */
export const REARMED_MS = 700;

/** Calls back once after so many ms. */
export type Later = (act: () => void, ms: number) => unknown;

/** Sends one command at a time, and not another one in the same breath. */
export class Submission {
  readonly pending = shallowRef(false);
  readonly refusal = shallowRef<Refusal | null>(null);
  /** What must be sent again because nobody knows what became of it. */
  readonly doubted = shallowRef<(() => Promise<string>) | null>(null);
  /** Whether the breath after a command lasts, in which a press sends nothing. */
  readonly rests = shallowRef(false);

  constructor(private readonly _later: Later = (act, ms) => setTimeout(act, ms)) {}

  /** Whether a command would be sent now. */
  get armed(): boolean {
    return !this.pending.value && !this.rests.value;
  }

  /**
   * Send; return the order's id, null when it was refused or may not be sent now. `refused` hears
   * what it was refused with.
   */
  async run(
    command: () => Promise<string>,
    refused: (error: unknown) => void = () => undefined,
  ): Promise<string | null> {
    if (!this.armed) return null;
    this.forget();
    this.pending.value = true;
    try {
      return await command();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refusal.value = refusal;
      if (refusal.inDoubt) this.doubted.value = command;
      refused(error);
      return null;
    } finally {
      this.pending.value = false;
      this.rests.value = true;
      this._later(() => (this.rests.value = false), REARMED_MS);
    }
  }

  /** Let go of what was refused or doubted. */
  forget(): void {
    this.refusal.value = null;
    this.doubted.value = null;
  }
}
