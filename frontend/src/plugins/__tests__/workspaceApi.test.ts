import { describe, expect, it } from "vitest";
import { WorkspaceApi } from "../workspaceApi";

const ENTRY = { kind: "layout", name: "main", revision: 4, updatedAt: 9 } as const;

function answering(body: unknown, status = 200): { api: WorkspaceApi; asked: Request[] } {
  const asked: Request[] = [];
  const api = new WorkspaceApi((request) => {
    asked.push(request as Request);
    const headers = { "content-type": "application/json" };
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
  });
  return { api, asked };
}

describe("WorkspaceApi", () => {
  it("lists and reads documents", async () => {
    const document = { ...ENTRY, content: { panels: [1] } };

    await expect(answering([ENTRY]).api.list()).resolves.toEqual([ENTRY]);
    await expect(answering(document).api.read("layout", "main")).resolves.toEqual(document);
  });

  it("saves as JSON what was made of the revision that it has seen", async () => {
    const { api, asked } = answering(ENTRY);

    await api.save("layout", "day/50%", { a: 1 }, 3);

    const [request] = asked;
    expect(request?.method).toBe("PUT");
    expect(new URL(request?.url ?? "").pathname).toBe(
      "/api/v1/workspace/documents/layout/day%2F50%25",
    );
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(await request?.json()).toEqual({ revision: 3, content: { a: 1 } });
  });

  it("deletes the revision that it has seen, and no other", async () => {
    const { api, asked } = answering(ENTRY);

    await api.remove("settings", "main", 4);

    expect(asked.map(({ method, url }) => [method, new URL(url).search])).toEqual([
      ["DELETE", "?revision=4"],
    ]);
  });

  it("rejects with the code of a conflict", async () => {
    const { api } = answering({ code: "WORKSPACE_CONFLICT", message: "expected 5" }, 409);

    await expect(api.save("layout", "main", {}, 4)).rejects.toMatchObject({
      name: "ApiError",
      code: "WORKSPACE_CONFLICT",
      status: 409,
      temporary: false,
    });
  });
});
