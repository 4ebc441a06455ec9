/** The connection behind all streams, as a screen shows it. */

import { WebSocketBase } from "@/plugins/wsClientBase";
import type { TopicReading } from "@/plugins/wsStream";

export type { TopicReading };

type Base = InstanceType<typeof WebSocketBase>;

/** `connecting`, `live`, `offline` (it comes back by itself) or `closed` (it does not). */
export type ConnectionStatus = Base["status"];

/** Calls `watcher` now and after each change; returns how to stop it. Connects if nobody has. */
export function watchConnection(watcher: (status: ConnectionStatus) => void): () => void {
  const base = WebSocketBase.at();
  base.connect();
  return base.onStatus(watcher);
}

/** Reads how each topic of this page fares, now. */
export function readTopics(): TopicReading[] {
  return WebSocketBase.at().readTopics();
}

/** Ends the wait for the next attempt to connect. */
export function retryConnection(): void {
  WebSocketBase.at().retryNow();
}

/** Ends the connection for good: every stream is told that it has failed. */
export function closeConnection(): void {
  WebSocketBase.at().close();
}
