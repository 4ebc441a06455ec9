/** What the client holds of one topic, so that a late listener starts with the state (rule R3). */

export interface HoldingRule {
  /** Field whose newest value counts; null: the whole topic is one value. */
  key: string | null;
  /**
   * `all` keys, only the `newest` key (a series, such as bars by time), or `nothing`; `elsewhere`:
   * nothing here, a late listener makes the client ask the server for the state anew.
   */
  keep: "all" | "newest" | "nothing" | "elsewhere";
}

export const LAST_VALUE: HoldingRule = { key: null, keep: "all" };
/** Updates add up to a state that the server alone has whole. */
export const AT_SERVER: HoldingRule = { key: null, keep: "elsewhere" };

export class Holding {
  private readonly byKey = new Map<unknown, unknown>();

  constructor(private readonly rule: HoldingRule) {}

  get isElsewhere(): boolean {
    return this.rule.keep === "elsewhere";
  }

  /** The held values, oldest key first. */
  values(): unknown[] {
    return [...this.byKey.values()];
  }

  replace(values: readonly unknown[]): void {
    this.byKey.clear();
    values.forEach((value) => this.put(value));
  }

  put(value: unknown): void {
    if (this.rule.keep === "nothing" || this.isElsewhere) return;
    const key = this.keyOf(value);
    if (this.rule.keep === "newest" && !this.isNewest(key)) return;
    this.byKey.set(key, value);
  }

  /** Whether a key is the newest of its series; an older one's value has changed, not the state. */
  private isNewest(key: unknown): boolean {
    const [held] = this.byKey.keys();
    if (held !== undefined && (key as number | string) < (held as number | string)) return false;
    if (held !== key) this.byKey.clear();
    return true;
  }

  private keyOf(value: unknown): unknown {
    const { key } = this.rule;
    return key === null ? null : (value as Record<string, unknown>)[key];
  }
}
