/** A world for the stream client without time or network: a test is its clock and its server. */

import type {
  ServerAnswer,
  Socket,
  SocketHandlers,
  StreamEnvironment,
} from "@/plugins/ws/environment";
import type { Frame } from "@/plugins/ws/messages";

interface Timer {
  due: number;
  run: () => void;
}

/** The client's socket, seen from the server's end. */
export class FakeWebSocket implements Socket {
  /** What the client has sent and the test has not read. */
  readonly sent: string[] = [];
  closedByClient = false;

  constructor(
    readonly url: string,
    private readonly handlers: SocketHandlers,
    private readonly world: FakeWorld,
  ) {}

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closedByClient = true;
  }

  /** Completes the handshake. */
  accept(): void {
    this.handlers.open();
    this.world.turn();
  }

  /** Sends frames to the client, as one message each. */
  say(...frames: object[]): void {
    frames.forEach((frame) => this.sayText(JSON.stringify(frame)));
  }

  sayText(text: unknown): void {
    this.handlers.message(text);
    this.world.turn();
  }

  /** Ends the connection, or fails its handshake. */
  cut(code = 1006): void {
    this.handlers.close(code);
    this.world.turn();
  }

  /** Reads and forgets what the client has sent, one entry a message: its frames. */
  messages(): Frame[][] {
    this.world.turn();
    return this.sent.splice(0).map((text) => {
      const value = JSON.parse(text) as Frame | Frame[];
      return Array.isArray(value) ? value : [value];
    });
  }

  /** Reads and forgets all frames, pings left out. */
  frames(): Frame[] {
    return this.messages()
      .flat()
      .filter(({ type }) => type !== "ping");
  }
}

export class FakeWorld implements StreamEnvironment {
  readonly sockets: FakeWebSocket[] = [];
  readonly reported: unknown[] = [];
  time = 1_700_000_000_000;
  nextRandom = 0.5;
  answer: ServerAnswer = { isThere: false, reason: "the server does not answer" };
  /** How often the server was asked over HTTP. */
  asked = 0;
  seen = true;
  sessionGoesOn = true;
  private timers: Timer[] = [];
  private deferred: (() => void)[] = [];
  private readonly online: (() => void)[] = [];

  /** The newest socket. */
  get socket(): FakeWebSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("the client has opened no socket");
    return socket;
  }

  openSocket(url: string, handlers: SocketHandlers): Socket {
    const socket = new FakeWebSocket(url, handlers, this);
    this.sockets.push(socket);
    return socket;
  }

  now(): number {
    return this.time;
  }

  startTimer(ms: number, run: () => void): () => void {
    const timer = { due: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  defer(run: () => void): void {
    this.deferred.push(run);
  }

  random(): number {
    return this.nextRandom;
  }

  onOnline(run: () => void): void {
    this.online.push(run);
  }

  askServer(): Promise<ServerAnswer> {
    this.asked += 1;
    return Promise.resolve(this.answer);
  }

  isSeen(): boolean {
    return this.seen;
  }

  renewSession(): Promise<boolean> {
    return Promise.resolve(this.sessionGoesOn);
  }

  report(error: unknown): void {
    this.reported.push(error);
  }

  /** Ends the current turn: what was put off runs. */
  turn(): void {
    while (this.deferred.length > 0) this.deferred.splice(0).forEach((run) => run());
  }

  /** Lets `ms` pass; timers fire on time, in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      this.turn();
      const next = this.timers.reduce<Timer | undefined>(
        (first, timer) =>
          timer.due <= end && (first === undefined || timer.due < first.due) ? timer : first,
        undefined,
      );
      if (next === undefined) break;
      this.time = Math.max(this.time, next.due);
      this.fire(next);
    }
    this.time = end;
  }

  /** Lets the machine sleep for `ms`: what was due meanwhile fires late, at the end. */
  sleep(ms: number): void {
    this.time += ms;
    this.timers.filter(({ due }) => due <= this.time).forEach((timer) => this.fire(timer));
    this.turn();
  }

  goOnline(): void {
    this.online.forEach((run) => run());
  }

  private fire(timer: Timer): void {
    if (!this.timers.includes(timer)) return;
    this.timers = this.timers.filter((each) => each !== timer);
    timer.run();
  }
}
