/** How the way to the broker fares: this page's socket, the server's link, the account's state. */

import type { ConnectionStatus, DisconnectType } from "@public/trading_terminal/charting_library";
import type { BrokerConnection } from "@/plugins/accountTypes";
import type { Refusal, TopicStatus } from "@/plugins/wsStream";
import type { ConnectionStatus as SocketStatus } from "../streamConnection";

const CONNECTED = 1;
const CONNECTING = 2;
const DISCONNECTED = 3;
const FAILED = 4;
const BROKEN_CONNECTION = 8;

export interface LinkStatus {
  status: ConnectionStatus;
  message?: string;
  disconnectType?: DisconnectType;
}

export class BrokerLink {
  private socket: Pick<SocketStatus, "state" | "reason"> = { state: "connecting", reason: null };
  private venue: BrokerConnection | undefined;
  private readonly failures = new Map<string, string>();
  private last: LinkStatus = { status: CONNECTING };

  constructor(private readonly changed: (link: LinkStatus) => void) {}

  get current(): LinkStatus {
    return this.last;
  }

  /** The socket of this page. */
  hearSocket(socket: Pick<SocketStatus, "state" | "reason">): void {
    this.socket = socket;
    this.settle();
  }

  /** What the server says of its own link. */
  hearVenue(venue: BrokerConnection): void {
    this.venue = venue;
    this.settle();
  }

  /** How a stream of the account fares; one that failed does not come back by itself. */
  hearStream(name: string, { state, reason }: TopicStatus): void {
    if (state === "failed") this.fail(name, `${name}: ${sentence(reason)}`);
    else this.mend(name);
  }

  fail(name: string, message: string): void {
    this.failures.set(name, message);
    this.settle();
  }

  mend(name: string): void {
    if (this.failures.delete(name)) this.settle();
  }

  /** Another account: nothing is known of its link yet. */
  forget(): void {
    this.failures.clear();
    this.venue = undefined;
    this.settle();
  }

  private settle(): void {
    const next = this.judged();
    if (JSON.stringify(next) === JSON.stringify(this.last)) return;
    this.last = next;
    this.changed(next);
  }

  private judged(): LinkStatus {
    const { state, reason } = this.socket;
    const said = reason === null ? {} : { message: reason };
    if (state === "closed") return { status: FAILED, ...said };
    if (state === "offline") {
      return { status: DISCONNECTED, disconnectType: BROKEN_CONNECTION, ...said };
    }
    const [failure] = this.failures.values();
    if (failure !== undefined) return { status: FAILED, message: failure };
    if (state === "connecting" || this.venue === undefined) return { status: CONNECTING };
    const { status, message, disconnectType } = this.venue;
    if (status === CONNECTED) return { status };
    return {
      status,
      ...(message !== undefined && { message }),
      ...(disconnectType !== undefined && { disconnectType }),
    };
  }
}

function sentence(reason: Refusal | undefined): string {
  return reason === undefined ? "the stream failed" : `${reason.message} (${reason.code})`;
}
