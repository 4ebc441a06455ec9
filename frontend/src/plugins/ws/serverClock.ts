/** The server's clock as seen from here, from the quickest ping (rule F8). */

export class ServerClock {
  private quickest = Infinity;
  private offset: number | null = null;

  /** Server clock minus this machine's, in ms; null before the first answer. */
  get offsetMs(): number | null {
    return this.offset;
  }

  /** Takes one answer: sent and received by this machine's clock, `serverTime` in between. */
  measure(sentAt: number, receivedAt: number, serverTime: number): void {
    const roundTrip = receivedAt - sentAt;
    if (roundTrip < 0 || roundTrip > this.quickest) return;
    this.quickest = roundTrip;
    this.offset = serverTime - (sentAt + receivedAt) / 2;
  }

  /** How old something stamped `ts` by the server is at `now`, in ms; never negative. */
  age(ts: number, now: number): number | null {
    return this.offset === null ? null : Math.max(0, now + this.offset - ts);
  }

  /** A new connection may lead to another machine. */
  reset(): void {
    this.quickest = Infinity;
  }
}
