import { describe, expect, it } from "vitest";
import { Collected } from "@/testing/collected";
import { WorkspaceService, type WorkspaceChange } from "../workspaceService";

function known(changes: readonly WorkspaceChange[], id: string): [number, boolean][] {
  return changes.filter((one) => one.id === id).map((one) => [one.revision, one.deleted]);
}

describe("the workspace, on a server", () => {
  it("tells one tab what another saves and deletes, and which of two was faster", async () => {
    const [one, other] = [new WorkspaceService(), new WorkspaceService()];
    const heard = new Collected<WorkspaceChange>();
    const handle = other.follow({ onUpdate: heard.add });
    await handle.ready;

    const first = await one.save("layout", "Day trading", { panels: ["chart"] }, 0);
    const second = await other.save("layout", "Day trading", { panels: [] }, first.revision);
    const slower = one.save("layout", "Day trading", { panels: ["depth"] }, first.revision);
    await expect(slower).rejects.toMatchObject({ code: "WORKSPACE_CONFLICT", status: 409 });
    const stored = await one.read("layout", "Day trading");
    await one.remove("layout", "Day trading", stored.revision);
    await heard.atLeast(3);

    expect(stored).toEqual({ ...second, content: { panels: [] } });
    expect(known(heard.items, "layout/Day trading")).toEqual([
      [first.revision, false],
      [second.revision, false],
      [second.revision, true],
    ]);
    await handle.close();
  });

  it("shows a late tab all documents at once", async () => {
    const service = new WorkspaceService();
    const saved = await service.save("settings", "main", { theme: "dark" }, 0);
    const states = new Collected<WorkspaceChange[]>();

    const handle = service.follow({ onUpdate: () => undefined, onReplace: states.add });
    await states.atLeast(1);

    const change = { ...saved, id: "settings/main", deleted: false };
    expect(states.items[0]).toContainEqual(change);
    await expect(service.list()).resolves.toContainEqual(saved);
    await handle.close();
  });
});
