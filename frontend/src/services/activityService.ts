/** What the server and its streams do, for whoever looks into a trouble. */

import { WsAdapter, type WsAdapterType } from "@/plugins/wsAdapter";
import type { ServerActivity } from "@/plugins/serverTypes";
import type { StreamListener, SubscriptionHandle } from "@/plugins/wsStream";

export type { ConnectionClose, ServerActivity, Times, TopicActivity } from "@/plugins/serverTypes";

export class ActivityService {
  constructor(private readonly _wsAdapter: Pick<WsAdapterType, "activity"> = new WsAdapter()) {}

  /** Calls the listener about once a second; the server looks only while somebody listens. */
  listenActivity(listener: StreamListener<ServerActivity>): SubscriptionHandle {
    return this._wsAdapter.activity.listen({}, listener);
  }
}
