import { effectScope } from "vue";
import { describe, expect, it } from "vitest";
import { WorkspaceService, type WorkspaceChange } from "@/services/workspaceService";
import { HandFedStream } from "@/testing/handFedStream";
import { useLayouts } from "../layouts";

const change = (name: string, more: Partial<WorkspaceChange> = {}): WorkspaceChange => ({
  kind: "layout",
  name,
  id: `layout/${name}`,
  revision: 1,
  updatedAt: 5,
  deleted: false,
  ...more,
});

/** A server that notes what it is asked to save, and refuses what is `refused`. */
function given(refused: string[] = []) {
  const workspace = new HandFedStream<WorkspaceChange>();
  const saved: unknown[] = [];
  const api = {
    list: () => Promise.resolve([]),
    read: () => Promise.resolve({ ...change("A"), content: { layout: { grid: 1 } } }),
    save: (...asked: unknown[]) => {
      saved.push(asked);
      if (refused.includes(String(asked[1]))) return Promise.reject(new Error("taken"));
      return Promise.resolve(change("A"));
    },
    remove: () => Promise.resolve(),
  };
  const made = effectScope().run(() => useLayouts(new WorkspaceService(api, { workspace })));
  if (!made) throw new Error("the scope is gone");
  const [listener] = [...workspace.listeners.values()];
  return { ...made, saved, listener };
}

describe("layouts", () => {
  it("lists what every tab has saved, and nothing else", () => {
    const { names, listener } = given();
    listener?.onReplace?.([change("swing"), change("scalp"), change("mine", { kind: "settings" })]);
    expect(names.value).toEqual(["scalp", "swing"]);
    listener?.onUpdate(change("swing", { deleted: true }));
    expect(names.value).toEqual(["scalp"]);
  });

  it("saves over the revision that this tab knows", async () => {
    const { save, saved, listener } = given();
    listener?.onReplace?.([change("swing", { revision: 4 })]);
    await save("swing", { grid: 2 });
    await save("new", { grid: 3 });
    expect(saved).toEqual([
      ["layout", "swing", { layout: { grid: 2 } }, 4],
      ["layout", "new", { layout: { grid: 3 } }, 0],
    ]);
  });

  it("reads a layout as it was given", async () => {
    expect(await given().read("A")).toEqual({ grid: 1 });
  });

  it("tells why a save failed, until one succeeds", async () => {
    const { save, problem } = given(["swing"]);
    expect(await save("swing", {})).toBeNull();
    expect(problem.value?.sentence).toContain("aken");
    await save("other", {});
    expect(problem.value).toBeNull();
  });
});
