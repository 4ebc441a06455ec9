/**
 * One URL's socket through its lives: connecting, open, lost, coming back (rules R4, C1, C2).
 *
 * Each socket has its own handlers: what an older one still says is not heard.
 */

import { backoffDelay } from "./backoff";
import { closeMeaning, DRAINING, SESSION_EXPIRED } from "./closing";
import {
  startDeadline,
  type CancelTimer,
  type Socket,
  type StreamEnvironment,
} from "./environment";

const CONNECT_WITHIN_MS = 10_000;
const STEADY_AFTER_MS = 10_000;
const SILENCE_MS = 25_000;
const PONG_WITHIN_MS = 10_000;
/** Pages that come back to a server that was away do so within this time, not at once. */
const RETURN_SPREAD_MS = 2000;
const ASK_AFTER = 3;
const ASK_AGAIN_MS = 2000;
const ASK_JITTER_MS = 1000;

export interface LinkEvents {
  /** A socket is open: send what is due. */
  opened(): void;
  message(data: unknown): void;
  /** The socket that was open is gone. */
  lost(): void;
  /** A socket was closed, or its handshake failed, with this code. */
  closed(code: number): void;
  /** Sends a ping; any answer will do. */
  ping(): void;
  changed(change: LinkChange): void;
}

export interface LinkChange {
  state: "connecting" | "live" | "offline" | "closed";
  reason: string | null;
  retryAt: number | null;
  attempts: number;
}

export class SocketLink {
  private phase: "idle" | "connecting" | "open" | "waiting" | "asking" | "closed" = "idle";
  private socket: Socket | undefined;
  /** Counts sockets and phases: what belongs to an earlier one is deaf. */
  private generation = 0;
  private attempts = 0;
  /** The server has not answered when it was last asked over HTTP. */
  private missed = false;
  private heardAt = 0;
  private timers: CancelTimer[] = [];

  constructor(
    private readonly url: string,
    private readonly environment: StreamEnvironment,
    private readonly events: LinkEvents,
  ) {
    environment.onOnline(() => this.retryNow());
  }

  get open(): boolean {
    return this.phase === "open";
  }

  /** Connects, unless a socket is there, under way or due. */
  connect(): void {
    if (this.phase === "idle") this.dial();
  }

  /** Ends the wait for the next attempt. */
  retryNow(): void {
    if (this.phase === "waiting") this.dial();
  }

  send(text: string): void {
    if (this.phase === "open") this.socket?.send(text);
  }

  /** Gives up this socket and comes back: it does not answer. */
  reconnect(reason: string): void {
    if (this.socket === undefined) return;
    this.drop("waiting");
    this.comeBack(reason);
  }

  /** Ends for good. */
  close(reason: string): void {
    if (this.phase === "closed") return;
    this.drop("closed");
    this.tell("closed", reason);
  }

  private dial(): void {
    this.drop("connecting");
    const { generation } = this;
    this.tell("connecting", null);
    const socket = this.environment.openSocket(this.url, {
      open: () => {
        if (generation === this.generation) this.onOpen();
      },
      message: (data) => {
        if (generation !== this.generation) return;
        this.heardAt = this.environment.now();
        this.events.message(data);
      },
      close: (code) => {
        if (generation === this.generation) this.onClose(code);
      },
    });
    this.socket = socket;
    this.deadline(CONNECT_WITHIN_MS, () => this.reconnect("the server does not answer"));
  }

  private onOpen(): void {
    this.stopTimers();
    this.phase = "open";
    this.missed = false;
    this.heardAt = this.environment.now();
    this.after(STEADY_AFTER_MS, () => {
      this.attempts = 0;
    });
    this.watchSilence(SILENCE_MS);
    this.tell("live", null);
    this.events.opened();
  }

  private onClose(code: number): void {
    const { terminal, reason } = closeMeaning(code);
    const wasOpen = this.open;
    this.events.closed(code);
    this.socket = undefined;
    this.drop(terminal ? "closed" : "waiting");
    if (terminal) this.tell("closed", reason);
    else if (code === SESSION_EXPIRED) void this.askSession(reason);
    else if (code === DRAINING) this.comeBack(reason, this.returnDelay());
    else this.comeBack(wasOpen ? reason : "the server cannot be reached");
  }

  /** Leaves the present phase: its timers stop, its socket is forgotten and unheard. */
  private drop(next: SocketLink["phase"]): void {
    const { socket, open } = this;
    this.generation += 1;
    this.stopTimers();
    this.socket = undefined;
    this.phase = next;
    socket?.close();
    if (open) this.events.lost();
  }

  private comeBack(reason: string, delay = this.backoff()): void {
    this.phase = "waiting";
    this.attempts += 1;
    this.after(delay, () => this.dial());
    const retryAt = this.environment.now() + delay;
    this.tell("offline", reason, retryAt);
    if (this.attempts >= ASK_AFTER) void this.askServer(retryAt);
  }

  private backoff(): number {
    return backoffDelay(this.attempts, () => this.environment.random());
  }

  private returnDelay(): number {
    return this.environment.random() * RETURN_SPREAD_MS;
  }

  /**
   * A browser cannot see why a handshake failed; the server may say it over HTTP, and whether it
   * is back (rule R4). Only one that was away is gone to early: who answers all the while has
   * refused the stream, and is owed the whole wait.
   */
  private async askServer(retryAt: number): Promise<void> {
    const { generation } = this;
    const { isThere, reason } = await this.environment.askServer(this.url);
    if (generation !== this.generation) return;
    const isBack = isThere && this.missed;
    this.missed = !isThere;
    const next = isBack ? Math.min(retryAt, this.environment.now() + this.returnDelay()) : retryAt;
    this.tell("offline", isBack ? "the server is back" : reason, next);
    if (isBack) this.after(next - this.environment.now(), () => this.dial());
    else this.askAgain(retryAt);
  }

  private askAgain(retryAt: number): void {
    this.after(ASK_AGAIN_MS + this.environment.random() * ASK_JITTER_MS, () => {
      if (this.environment.isSeen()) void this.askServer(retryAt);
      else this.askAgain(retryAt);
    });
  }

  private async askSession(reason: string): Promise<void> {
    this.phase = "asking";
    const { generation } = this;
    this.tell("offline", reason);
    const goesOn = await this.environment.renewSession();
    if (generation !== this.generation) return;
    if (goesOn) this.comeBack(reason);
    else this.close(reason);
  }

  /** Browsers do not show protocol pings: after a silence the client asks (rule C1). */
  private watchSilence(ms: number): void {
    this.after(ms, () => {
      const silence = this.environment.now() - this.heardAt;
      if (silence < SILENCE_MS) this.watchSilence(SILENCE_MS - silence);
      else this.askForLife();
    });
  }

  private askForLife(): void {
    const askedAt = this.environment.now();
    const ask = (): void => this.events.ping();
    const judge = (): void => {
      // Not only later: an answer from this machine comes within the millisecond of the question.
      if (this.heardAt >= askedAt) this.watchSilence(SILENCE_MS);
      else this.reconnect("the server has gone silent");
    };
    this.deadline(PONG_WITHIN_MS, judge, ask);
    ask();
  }

  private after(ms: number, run: () => void): void {
    this.timers.push(this.environment.startTimer(ms, run));
  }

  private deadline(ms: number, onDue: () => void, onLate?: () => void): void {
    this.timers.push(startDeadline(this.environment, ms, onDue, onLate));
  }

  private stopTimers(): void {
    this.timers.splice(0).forEach((cancel) => cancel());
  }

  private tell(
    state: LinkChange["state"],
    reason: string | null,
    retryAt: number | null = null,
  ): void {
    this.events.changed({ state, reason, retryAt, attempts: this.attempts });
  }
}
