/**
 * Whether this page has the account as the server has it: its state hash is recomputed at every
 * step. A difference is repaired by one fresh snapshot; a second one in a row is shown as failed.
 */

import type { AccountStep } from "@/plugins/accountTypes";
import { AccountBook } from "@/plugins/broker/accountBook";
import type { SubscriptionHandle, TopicStatus, WsStream } from "@/plugins/wsStream";

/** `unknown` before the first state, `repairing` while a fresh snapshot is on its way. */
export type CheckState = "unknown" | "agrees" | "repairing" | "failed";

export interface CheckListener {
  /** The state of the check has changed; `message` says why where it is not fine. */
  checked(state: CheckState, message?: string): void;
  /** A step, or the last part of a whole state, was taken in. */
  stepped?(step: AccountStep): void;
  /** How the stream of steps fares. */
  status?(status: TopicStatus): void;
}

export class AccountCheck {
  readonly book = new AccountBook();
  private current: CheckState = "unknown";
  /** Differences since the last step that agreed. */
  private differences = 0;
  private readonly handle: SubscriptionHandle;

  constructor(
    accountId: string,
    stream: WsStream<{ accountId: string }, AccountStep>,
    private readonly listener: CheckListener,
  ) {
    this.handle = stream.listen(
      { accountId },
      {
        onUpdate: (step) => this.update(step),
        onReplace: (parts) => this.replace(parts),
        onStatus: (status) => this.listener.status?.(status),
      },
    );
  }

  get state(): CheckState {
    return this.current;
  }

  close(): void {
    void this.handle.close();
  }

  private replace(parts: readonly AccountStep[]): void {
    if (this.current === "failed") return;
    const last = parts.at(-1);
    this.judge(this.book.replace(parts), last);
  }

  private update(step: AccountStep): void {
    if (this.current === "failed" || this.current === "repairing") return;
    const agrees = this.book.apply(step);
    // A snapshot that agrees is no proof that steps will: only the next step is.
    if (agrees) this.differences = 0;
    this.judge(agrees, step);
  }

  private judge(agrees: boolean, told: AccountStep | undefined): void {
    if (agrees) {
      this.become("agrees");
      if (told) this.listener.stepped?.(told);
      return;
    }
    this.differences += 1;
    const { step, stateHash } = this.book;
    const message = `step ${step}: expected the state ${String(told?.stateHash)}, have ${stateHash}`;
    if (this.differences > 1) {
      this.become("failed", message);
      this.close();
    } else {
      this.become("repairing", message);
      this.handle.refresh();
    }
  }

  private become(state: CheckState, message?: string): void {
    if (state === this.current) return;
    this.current = state;
    this.listener.checked(state, message);
  }
}
