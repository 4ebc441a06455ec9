/** What the page of the live streams asks of the services; tests bring a fake of it. */

import { inject, type InjectionKey } from "vue";
import { ActivityService, type ServerActivity } from "@/services/activityService";
import type { TopicStatus } from "@/services/datafeedService";
import {
  readTopics,
  retryConnection,
  watchConnection,
  type ConnectionStatus,
  type TopicReading,
} from "@/services/streamConnection";

export type { ServerActivity, TopicReading, TopicStatus, ConnectionStatus };

export interface StreamsFeed {
  /** Return the function that ends it; the server looks at itself only while somebody watches. */
  watchServer(
    onActivity: (activity: ServerActivity) => void,
    onStatus: (status: TopicStatus) => void,
  ): () => void;
  /** Call at once and at each change; return the function that ends it. */
  watchLink(listener: (status: ConnectionStatus) => void): () => void;
  /** How each topic of this page fares, now. */
  readTopics(): TopicReading[];
  /** Try to connect now, not at the end of the pause. */
  reconnect(): void;
}

class ServiceStreamsFeed implements StreamsFeed {
  private readonly _service = new ActivityService();

  watchServer(
    onUpdate: (activity: ServerActivity) => void,
    onStatus: (status: TopicStatus) => void,
  ): () => void {
    const handle = this._service.listenActivity({ onUpdate, onStatus });
    return () => void handle.close();
  }

  watchLink(listener: (status: ConnectionStatus) => void): () => void {
    return watchConnection(listener);
  }

  readTopics(): TopicReading[] {
    return readTopics();
  }

  reconnect(): void {
    retryConnection();
  }
}

export const streamsFeedKey: InjectionKey<StreamsFeed> = Symbol("streams feed");

export function useStreamsFeed(): StreamsFeed {
  return inject(streamsFeedKey, () => new ServiceStreamsFeed(), true);
}
