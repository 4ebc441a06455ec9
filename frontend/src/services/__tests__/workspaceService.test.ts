import { describe, expect, it } from "vitest";
import type { WorkspaceApiType } from "@/plugins/workspaceApi";
import { HandFedStream } from "@/testing/handFedStream";
import { WorkspaceService, type WorkspaceChange, type WorkspaceEntry } from "../workspaceService";

const ENTRY: WorkspaceEntry = { kind: "layout", name: "main", revision: 2, updatedAt: 9 };

/** Notes what it is asked. */
class NotedApi implements WorkspaceApiType {
  readonly asked: unknown[][] = [];

  list(): Promise<WorkspaceEntry[]> {
    return this.note(["list"], [ENTRY]);
  }

  read(...asked: unknown[]): Promise<WorkspaceEntry & { content: Record<string, unknown> }> {
    return this.note(["read", ...asked], { ...ENTRY, content: {} });
  }

  save(...asked: unknown[]): Promise<WorkspaceEntry> {
    return this.note(["save", ...asked], ENTRY);
  }

  remove(...asked: unknown[]): Promise<void> {
    return this.note(["remove", ...asked], undefined);
  }

  private note<T>(asked: unknown[], answer: T): Promise<T> {
    this.asked.push(asked);
    return Promise.resolve(answer);
  }
}

describe("the workspace", () => {
  it("asks the server as it was asked", async () => {
    const api = new NotedApi();
    const service = new WorkspaceService(api, { workspace: new HandFedStream() });

    await service.list();
    await service.read("layout", "main");
    await service.save("layout", "main", { a: 1 }, 1);
    await service.remove("layout", "main", 2);

    expect(api.asked).toEqual([
      ["list"],
      ["read", "layout", "main"],
      ["save", "layout", "main", { a: 1 }, 1],
      ["remove", "layout", "main", 2],
    ]);
  });

  it("is followed as a whole, and told as it changes", () => {
    const workspace = new HandFedStream<WorkspaceChange>();
    const heard: string[] = [];
    const service = new WorkspaceService(new NotedApi(), { workspace });

    const handle = service.follow({ onUpdate: ({ id }) => heard.push(id) });
    const change = { ...ENTRY, id: "layout/main", deleted: false };
    workspace.listeners.get(handle.listenerId)?.onUpdate(change);

    expect([workspace.asked, heard]).toEqual([[{}], ["layout/main"]]);
  });
});
