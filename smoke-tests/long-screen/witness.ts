/** A second client that hears the same topics as the page and shares no code with it. */
import { once } from "node:events";
import WebSocket from "ws";
import type { AskedTopic } from "./topics";
import { WireTally } from "./wireTally";

export class Witness {
  readonly tally = new WireTally();
  private readonly closed: Promise<unknown>;

  private constructor(socket: WebSocket) {
    this.closed = once(socket, "close");
    socket.on("message", (data: Buffer) => this.tally.take(data.toString()));
  }

  /** Connect and subscribe everything in one message. */
  static async open(origin: string, topics: AskedTopic[]): Promise<Witness> {
    const socket = new WebSocket(`${origin.replace("http", "ws")}/api/v1/ws`);
    const witness = new Witness(socket);
    await once(socket, "open");
    const requests = topics.map(([route, symbol, resolution], id) => ({
      type: `${route}.subscribe`,
      id,
      payload: resolution === undefined ? { symbol } : { symbol, resolution },
    }));
    socket.send(JSON.stringify(requests));
    return witness;
  }

  /** Wait until the server has said everything and closed. */
  async heardAll(): Promise<void> {
    await this.closed;
  }
}
