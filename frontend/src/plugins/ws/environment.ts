/** What the stream client needs of the world; tests give a world of their own. */

/** What a socket tells the client that opened it. */
export interface SocketHandlers {
  open(): void;
  message(data: unknown): void;
  /** Called once: also when the handshake failed (code 1006). */
  close(code: number): void;
}

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface ServerAnswer {
  isThere: boolean;
  /** In words, why there is no stream all the same. */
  reason: string;
}

export type CancelTimer = () => void;

export interface StreamEnvironment {
  openSocket(url: string, handlers: SocketHandlers): Socket;
  /** Unix ms. */
  now(): number;
  startTimer(ms: number, run: () => void): CancelTimer;
  /** Runs after the current turn, before any timer: frames of one turn leave together. */
  defer(run: () => void): void;
  /** A number in [0, 1). */
  random(): number;
  /** Calls `run` each time the machine comes back online. */
  onOnline(run: () => void): void;
  /** Asks the server over HTTP whether it is there, and so why no connection comes about. */
  askServer(url: string): Promise<ServerAnswer>;
  /** Whether somebody may look at the page. */
  isSeen(): boolean;
  /** Whether the session can go on after it expired (close code 4401). */
  renewSession(): Promise<boolean>;
  /** Takes an error that no caller waits for, such as one thrown by a listener. */
  report(error: unknown): void;
}

/** A timer that fires this late slept (a closed lid, a hidden tab): what it waited for may be here. */
const LATE_MS = 2000;

/** Runs `onDue` after `ms`; starts anew instead when the machine slept through the moment. */
export function startDeadline(
  environment: StreamEnvironment,
  ms: number,
  onDue: () => void,
  onLate: () => void = () => undefined,
): CancelTimer {
  const due = environment.now() + ms;
  let cancel = environment.startTimer(ms, () => {
    if (environment.now() - due <= LATE_MS) {
      onDue();
      return;
    }
    onLate();
    cancel = startDeadline(environment, ms, onDue, onLate);
  });
  return () => {
    cancel();
  };
}
