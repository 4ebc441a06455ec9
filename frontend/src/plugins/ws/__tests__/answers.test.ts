import { describe, expect, it } from "vitest";
import { StreamStage } from "@/testing/streamStage";

describe("requests and their answers", () => {
  it("[F3] gives each request in flight an id of its own", () => {
    const stage = new StreamStage();
    ["a", "b", "c"].forEach((name) => stage.listen("one", { name }));
    stage.socket.accept();
    void stage.client.remove("list", "one");

    const ids = stage.socket.frames().map(({ id }) => id);

    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  it("[F3] are matched by id, in whatever order the answers come", async () => {
    const stage = new StreamStage();
    const [one, two] = ["a", "b"].map((name) => stage.listen("one", { name }));
    stage.socket.accept();
    const [first, second] = stage.socket.frames() as { id: number }[];

    stage.ok(second ?? { id: 0 }, { topic: "list:{b}" });
    stage.ok(first ?? { id: 0 }, { topic: "list:{a}" });

    await expect(Promise.all([one?.answered, two?.answered])).resolves.toEqual([
      "list:{a}",
      "list:{b}",
    ]);
  });

  it("[T3] lead to the updates of the topic that the server named", () => {
    const stage = new StreamStage();
    const ear = stage.listen("one");
    stage.socket.accept();
    stage.ok(stage.asked(), { topic: "list:{named}" });

    const payload = { topic: "list:{named}", payload: 7, seq: 1, ts: 0 };
    stage.socket.say({ type: "list.update", payload });

    expect(ear.heard).toEqual(["=", "7"]);
  });
});
