import { describe, expect, it } from "vitest";
import { HandFedStream } from "@/testing/handFedStream";
import { ActivityService, type ServerActivity } from "../activityService";

describe("the activity of the server", () => {
  it("is asked for as a whole, and told as it comes", () => {
    const activity = new HandFedStream<ServerActivity>();
    const heard: number[] = [];
    const service = new ActivityService({ activity });

    const handle = service.listenActivity({ onUpdate: ({ at }) => heard.push(at) });
    activity.listeners.get(handle.listenerId)?.onUpdate({ at: 9 } as ServerActivity);

    expect([activity.asked, heard]).toEqual([[{}], [9]]);
  });
});
