import { describe, expect, it } from "vitest";
import { Collected } from "@/testing/collected";
import { ActivityService, type ServerActivity } from "../activityService";

describe("ActivityService - WebSocket Integration", () => {
  it("tells the topic by which it tells, second by second", async () => {
    const heard = new Collected<ServerActivity>();

    const handle = new ActivityService().listenActivity({ onUpdate: heard.add });
    const [first, second] = await heard.atLeast(2);
    await handle.close();

    expect(first?.topics.map(({ route }) => route)).toContain("activity");
    expect(second?.at).toBeGreaterThan(first?.at ?? Infinity);
  });
});
