import { shallowRef } from "vue";
import { refusalOf, type Refusal } from "./refusals";

/** The second press of a double click means the first order, not a second one. */
export const REARMED_MS = 700;

/** Sends one command at a time, and not another one in the same breath. */
export class Submission {
  readonly pending = shallowRef(false);
  readonly refusal = shallowRef<Refusal | null>(null);
  /** What must be sent again because nobody knows what became of it. */
  readonly doubted = shallowRef<(() => Promise<string>) | null>(null);
  private _armedAt = 0;

  constructor(private readonly _now: () => number = Date.now) {}

  /** Whether a command would be sent now. */
  get armed(): boolean {
    return !this.pending.value && this._now() >= this._armedAt;
  }

  /** Send; return the order's id, null when it was refused or may not be sent now. */
  async run(command: () => Promise<string>): Promise<string | null> {
    if (!this.armed) return null;
    this.forget();
    this.pending.value = true;
    try {
      return await command();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refusal.value = refusal;
      if (refusal.inDoubt) this.doubted.value = command;
      return null;
    } finally {
      this._armedAt = this._now() + REARMED_MS;
      this.pending.value = false;
    }
  }

  /** Let go of what was refused or doubted. */
  forget(): void {
    this.refusal.value = null;
    this.doubted.value = null;
  }
}
