/** A stream whose values, refusals and end are in the test's hands. */

import type { ListenOptions, StreamListener, StreamPosition, WsStream } from "@/plugins/wsStream";

export class HandFedStream<T> implements WsStream<object, T> {
  /** Who listens, by listener. */
  readonly listeners = new Map<string, StreamListener<T>>();
  /** The params of each subscription so far. */
  readonly asked: object[] = [];
  /** Where each of them went on from. */
  readonly froms: (StreamPosition | undefined)[] = [];
  /** How often the state was asked for anew. */
  refreshed = 0;
  /** Why the next `subscribe` is refused. */
  refusal: Error | undefined;

  subscribe(id: string, params: object, onUpdate: (update: T) => void): Promise<string> {
    this.listen(params, { onUpdate }, { listenerId: id });
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve("topic");
  }

  unsubscribe(id: string): Promise<void> {
    this.listeners.delete(id);
    return Promise.resolve();
  }

  listen(params: object, listener: StreamListener<T>, options: ListenOptions = {}) {
    const { listenerId = `listener-${this.asked.length}`, from } = options;
    this.asked.push(params);
    this.froms.push(from);
    this.listeners.set(listenerId, listener);
    const close = (): Promise<void> => this.unsubscribe(listenerId);
    const refresh = (): void => void (this.refreshed += 1);
    const status = { state: "live" as const };
    return { listenerId, ready: Promise.resolve(""), status, close, refresh };
  }
}
