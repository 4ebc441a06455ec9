/**
 * One topic on the client: the state machine between a server that numbers its updates and
 * listeners that want each of them once. Pure: it asks its port for everything that takes time.
 *
 *     offline ──open──► requested ──ok──► loading ──last part──► live
 *        ▲                  │ ▲  └──ok, recovered or empty──────► │
 *        │ cut              ▼ └──────── gap, or ended for now ────┘
 *        └────────────── waiting (a temporary refusal)      failed (a permanent one)
 */

import type {
  Delivery,
  Position,
  Refusal,
  RequestId,
  StatusPayload,
  SubscribeOk,
  Update,
} from "./messages";

export type SubscriptionState =
  | { name: "offline"; recover: Position | undefined }
  | { name: "requested"; id: RequestId; recover: Position | undefined }
  | { name: "waiting"; recover: Position | undefined }
  | { name: "loading"; at: Position; parts: unknown[]; missing: number }
  | { name: "live"; at: Position }
  | { name: "failed"; refusal: Refusal }
  | { name: "closing"; id: RequestId };

/** How a topic fares, as its listeners see it; the reason is set where there is one. */
export interface TopicStatus {
  state: "connecting" | "live" | "stale" | "ended" | "failed" | "offline";
  reason?: Refusal;
}

export interface SubscriptionPort {
  /** Whether a socket is open. */
  connected(): boolean;
  /** Sends the request and returns its id. */
  sendSubscribe(recover: Position | undefined): RequestId;
  sendUnsubscribe(): RequestId;
  /** Calls `retry` after the backoff of the `attempt`-th refusal in a row (from 0). */
  startRetry(attempt: number): void;
  cancelRetry(): void;
  /** The topic's whole state. */
  replace(values: readonly unknown[]): void;
  update(update: Update): void;
  /** Updates are missing for good: history must be read again. */
  gap(): void;
  status(status: TopicStatus): void;
}

const FRESH: Position = { epoch: "", seq: 0 };
const RESYNC_FAILED: Refusal = {
  code: "incompatible_update",
  message: "the stream did not fit after asking for it again",
  temporary: false,
};

export class TopicSubscription {
  private current: SubscriptionState = { name: "offline", recover: undefined };
  private delivery: Delivery = "latest";
  /** What the server last said of the topic; it may say it before the snapshot is complete. */
  private word: TopicStatus = { state: "live" };
  /** Refusals in a row, for the backoff. */
  private refusals = 0;
  /** Resyncs since the last update that fitted: what does not heal must not loop. */
  private resyncs = 0;

  constructor(private readonly port: SubscriptionPort) {}

  get state(): SubscriptionState {
    return this.current;
  }

  /**
   * A listener came: starts, or starts again after a failure or while leaving.
   * @param from what the first listener has read of the topic already (rule R6)
   */
  start(from?: Position): void {
    const state = this.current;
    if (state.name === "offline") {
      if (from !== undefined) this.current = { name: "offline", recover: from };
      this.resume();
    }
    if (state.name !== "failed" && state.name !== "closing") return;
    this.resyncs = this.refusals = 0;
    this.request(from);
  }

  /** Asks for the whole state anew, whatever is held; nothing while it is on its way. */
  refresh(): void {
    const { name } = this.current;
    if (name === "waiting") this.port.cancelRetry();
    if (name === "live" || name === "requested" || name === "waiting") this.request(FRESH);
    if (name === "offline") this.current = { name, recover: undefined };
  }

  /** A socket is open. */
  resume(): void {
    if (this.current.name === "offline") this.request(this.current.recover);
  }

  /** The last listener has left. Returns true when nothing is left to wait for. */
  stop(): boolean {
    const { name } = this.current;
    if (name === "waiting") this.port.cancelRetry();
    if (name === "requested" || name === "loading" || name === "live") {
      this.current = { name: "closing", id: this.port.sendUnsubscribe() };
    }
    return this.current.name !== "closing";
  }

  /** The socket is gone. */
  cut(): void {
    const state = this.current;
    if (state.name === "failed" || state.name === "offline") return;
    if (state.name === "waiting") this.port.cancelRetry();
    this.refusals = this.resyncs = 0;
    this.become({ name: "offline", recover: recoverable(state) }, { state: "offline" });
  }

  /** The backoff after a temporary refusal is over. */
  retry(): void {
    if (this.current.name === "waiting") this.request(this.current.recover);
  }

  /** Whether `id` is the request whose answer counts; any earlier one is history. */
  awaits(id: RequestId): boolean {
    return this.current.name === "requested" && this.current.id === id;
  }

  /** The server's ok to request `id`. */
  accept(id: RequestId, ok: SubscribeOk): void {
    if (!this.awaits(id)) return;
    this.delivery = ok.delivery;
    const at = { epoch: ok.epoch, seq: ok.seq };
    if (ok.held) {
      // The server holds a subscription that this client does not know: take its state anew.
      this.request(FRESH);
    } else if (ok.snapshot > 0) {
      this.current = { name: "loading", at, parts: [], missing: ok.snapshot };
    } else {
      if (!ok.recovered) this.port.replace([]);
      this.goLive(at);
    }
  }

  /** The server's no to request `id`. */
  refuse(id: RequestId, refusal: Refusal): void {
    const state = this.current;
    if (state.name === "requested" && state.id === id) this.end(refusal, state.recover);
  }

  /** An update of the topic; `fits` says whether its payload passed the check. */
  receive(update: Update, fits: boolean): void {
    if (this.current.name === "loading") this.collect(this.current, update, fits);
    else if (this.current.name === "live") this.advance(this.current.at, update, fits);
  }

  /** The server says how the topic fares. */
  hear({ state, code, message, temporary }: StatusPayload): void {
    const { current } = this;
    if (current.name !== "live" && current.name !== "loading") return;
    const reason = code == null ? undefined : refusal(code, message, temporary);
    if (state === "ended") {
      const recover = current.name === "live" ? current.at : undefined;
      this.end(reason ?? refusal("ended", message, true), recover);
    } else {
      this.word = reason === undefined ? { state } : { state, reason };
      if (current.name === "live") this.port.status(this.word);
    }
  }

  /** No answer can come any more. */
  abandon(refusal: Refusal): void {
    if (this.current.name === "waiting") this.port.cancelRetry();
    this.fail(refusal);
  }

  /** Another spelling of the topic opened or ended it on the server: ask for what is missing. */
  restart(): void {
    const state = this.current;
    if (state.name === "live") this.request(state.at);
    else if (state.name === "loading") this.request(undefined);
    else if (state.name === "waiting") {
      this.port.cancelRetry();
      this.request(state.recover);
    }
  }

  private collect(
    state: Extract<SubscriptionState, { name: "loading" }>,
    update: Update,
    fits: boolean,
  ): void {
    const inOrder = update.snapshot === true && update.seq === state.at.seq;
    if (!inOrder || (!fits && this.delivery === "lossless")) {
      this.resync(FRESH);
      return;
    }
    if (fits) state.parts.push(update.payload);
    state.missing -= 1;
    if (state.missing > 0) return;
    this.port.replace(state.parts);
    this.goLive(state.at);
  }

  private advance(at: Position, update: Update, fits: boolean): void {
    if (update.snapshot !== true && update.seq <= at.seq) return;
    const expected = at.seq + 1 + (update.skipped ?? 0);
    if (update.snapshot === true || update.seq !== expected) {
      this.resync(this.resyncs === 0 ? at : FRESH);
      return;
    }
    if (!fits && this.delivery === "lossless") {
      // Asked again once (rule R7): what does not fit twice will not fit a third time.
      if (this.resyncs === 0) this.resync(at);
      else this.giveUp();
      return;
    }
    // The position moves before listeners run: one that throws or leaves changes nothing.
    this.current = { name: "live", at: { epoch: at.epoch, seq: update.seq } };
    if (update.gap === true) this.port.gap();
    if (!fits) return;
    this.resyncs = 0;
    this.port.update(update);
  }

  private resync(recover: Position): void {
    this.resyncs += 1;
    if (this.resyncs <= 2) this.request(recover);
    else this.giveUp();
  }

  private giveUp(): void {
    this.port.sendUnsubscribe();
    this.fail(RESYNC_FAILED);
  }

  private request(recover: Position | undefined): void {
    if (!this.port.connected()) {
      this.become({ name: "offline", recover }, { state: "offline" });
      return;
    }
    this.word = { state: "live" };
    this.become(
      { name: "requested", id: this.port.sendSubscribe(recover), recover },
      { state: "connecting" },
    );
  }

  private end(refusal: Refusal, recover: Position | undefined): void {
    if (!refusal.temporary) {
      this.fail(refusal);
      return;
    }
    this.become({ name: "waiting", recover }, { state: "ended", reason: refusal });
    this.port.startRetry(this.refusals);
    this.refusals += 1;
  }

  private fail(refusal: Refusal): void {
    this.become({ name: "failed", refusal }, { state: "failed", reason: refusal });
  }

  private goLive(at: Position): void {
    this.refusals = 0;
    this.become({ name: "live", at }, this.word);
  }

  private become(state: SubscriptionState, status: TopicStatus): void {
    this.current = state;
    this.port.status(status);
  }
}

/** Where to go on after a cut; undefined asks for the state anew. */
function recoverable(state: SubscriptionState): Position | undefined {
  if (state.name === "live") return state.at;
  if (state.name !== "requested" && state.name !== "waiting") return undefined;
  return state.recover?.epoch === "" ? undefined : state.recover;
}

function refusal(
  code: string,
  message: string | null | undefined,
  temporary: boolean | null | undefined,
): Refusal {
  return { code, message: message ?? code, temporary: temporary ?? true };
}
