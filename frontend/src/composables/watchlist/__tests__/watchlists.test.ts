// @vitest-environment happy-dom
import { effectScope } from "vue";
import { beforeEach, describe, expect, it } from "vitest";
import { WorkspaceService, type WorkspaceChange } from "@/services/workspaceService";
import { HandFedStream } from "@/testing/handFedStream";
import { useSavedLists } from "../watchlists";

const NAME = { kind: "watchlists", name: "watchlists", id: "watchlists/watchlists" } as const;
const list = (...entries: string[]) => [{ name: "Tech", entries }];
const turn = () => new Promise((done) => setTimeout(done, 0));

/** A server with one document, and the browsers that save there. */
class FakeServer {
  readonly stream = new HandFedStream<WorkspaceChange>();
  revision = 0;
  content: Record<string, unknown> = {};

  change = (): WorkspaceChange => ({
    ...NAME,
    revision: this.revision,
    updatedAt: 5,
    deleted: false,
  });

  list = () => Promise.resolve([]);
  read = () => Promise.resolve({ ...this.change(), content: this.content });
  remove = () => Promise.resolve();
  save = (_kind: string, _name: string, content: Record<string, unknown>, revision: number) => {
    if (revision !== this.revision) {
      const refusal = { code: "WORKSPACE_CONFLICT" };
      return Promise.reject(Object.assign(new Error("another was faster"), refusal));
    }
    this.write(content);
    return Promise.resolve(this.change());
  };

  write(content: Record<string, unknown>): void {
    this.revision += 1;
    this.content = content;
  }

  tell(): void {
    const all = this.revision > 0 ? [this.change()] : [];
    this.stream.listeners.forEach((listener) => listener.onReplace?.(all));
  }
}

function browser(server: FakeServer, now: () => number = () => 100) {
  const service = new WorkspaceService(server, { workspace: server.stream });
  const made = effectScope().run(() => useSavedLists(service, now));
  if (!made) throw new Error("the scope is gone");
  return made;
}

describe("watchlists", () => {
  beforeEach(() => localStorage.clear());

  it("are kept in this browser and on the server", async () => {
    const server = new FakeServer();
    const mine = browser(server);
    server.tell();
    mine.change(list("AAPL"));
    await turn();
    expect(server.content).toEqual({ lists: list("AAPL"), changedAt: 100 });
    expect(browser(new FakeServer()).lists.value).toEqual(list("AAPL"));
  });

  it("come from the server where it has newer ones", async () => {
    const server = new FakeServer();
    server.write({ lists: list("MSFT"), changedAt: 50 });
    const { lists, notice } = browser(server);
    server.tell();
    await turn();
    expect(lists.value).toEqual(list("MSFT"));
    expect(notice.value).toBeNull();
  });

  it.each([
    { theirs: 900, kept: "MSFT", words: "Those are shown" },
    { theirs: 150, kept: "NVDA", words: "Yours stay" },
  ])("of two changes keep the newer, with a notice: $kept", async ({ theirs, kept, words }) => {
    const server = new FakeServer();
    const time = { now: 100 };
    const mine = browser(server, () => time.now);
    mine.change(list("AAPL"));
    await turn();
    server.write({ lists: list("MSFT"), changedAt: theirs });
    time.now = 500;
    mine.change(list("NVDA"));
    await turn();
    expect(mine.lists.value).toEqual(list(kept));
    expect(server.content["lists"]).toEqual(list(kept));
    expect(mine.notice.value).toContain(words);
  });

  it("stay in this browser while the server cannot keep them, and go there later", async () => {
    const server = new FakeServer();
    const { save } = server;
    server.save = () =>
      Promise.reject(Object.assign(new Error("full"), { code: "WORKSPACE_FULL" }));
    const mine = browser(server);
    const { lists, problem } = mine;
    mine.change(list("AAPL"));
    await turn();
    expect(problem.value?.code).toBe("WORKSPACE_FULL");
    expect(lists.value).toEqual(list("AAPL"));
    server.save = save;
    server.tell();
    await turn();
    expect(problem.value).toBeNull();
    expect(server.revision).toBe(1);
  });

  it("that nobody chose are kept nowhere", () => {
    const mine = browser(new FakeServer());
    mine.suggest(list("AAPL"));
    expect(mine.lists.value).toEqual(list("AAPL"));
    expect(localStorage.length).toBe(0);
  });
});
