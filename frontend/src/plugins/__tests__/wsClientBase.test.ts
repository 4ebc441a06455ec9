import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocketServer, type WebSocket as ServerSocket, WebSocket as NodeWebSocket } from "ws";
import { Collected } from "@/testing/collected";
import { FakeWorld } from "@/testing/fakeWebSocket";
import { NUMBER_CHECKS, TOPIC } from "@/testing/streamStage";
import { WebSocketBase, WebSocketClient } from "../wsClientBase";

const OK = { status: "ok", message: "", topic: TOPIC, delivery: "latest", epoch: "e", seq: 0 };

function stage(mapper: (n: number) => string = (n) => `#${n}`) {
  const world = new FakeWorld();
  const base = new WebSocketBase("ws://server", world, NUMBER_CHECKS);
  const client = new WebSocketClient<{ name: string }, number, string>("list", mapper, { base });
  const live = (snapshot = 0): void => {
    world.socket.accept();
    const [request] = world.socket.frames();
    const payload = { ...OK, snapshot, recovered: false, held: false };
    world.socket.say({ type: "list.subscribe.response", id: request?.id, payload });
  };
  const update = (payload: number, seq: number, rest: object = {}): void =>
    world.socket.say({
      type: "list.update",
      payload: { topic: TOPIC, payload, seq, ts: 0, ...rest },
    });
  return { world, base, client, live, update };
}

describe("WebSocketClient", () => {
  it("maps each update for its callback", async () => {
    const { client, live, update } = stage();
    const heard: string[] = [];
    const answered = client.subscribe("one", { name: "a" }, (value) => heard.push(value));

    live(1);
    update(1, 0, { snapshot: true });
    update(2, 1);

    await expect(answered).resolves.toBe(TOPIC);
    expect(heard).toEqual(["#1", "#2"]);
  });

  it("[R3] gives a listener the state as one replace", () => {
    const { client, live, update } = stage();
    const heard: unknown[] = [];
    client.listen(
      { name: "a" },
      {
        onUpdate: (value) => heard.push(value),
        onReplace: (values) => heard.push(values),
        onGap: () => heard.push("gap"),
      },
    );

    live();
    update(2, 1, { gap: true });

    expect(heard).toEqual([[], "gap", "#2"]);
  });

  it("tells the handle's status and ends by its close", async () => {
    const { world, client, live } = stage();
    const handle = client.listen({ name: "a" }, { onUpdate: () => undefined });
    live();
    const { state } = handle.status;

    void handle.close();

    expect(state).toBe("live");
    expect(world.socket.frames()).toMatchObject([{ type: "list.unsubscribe" }]);
    await expect(handle.ready).resolves.toBe(TOPIC);
  });

  it("[R6] goes on from its position, and takes the state anew by its handle", () => {
    const { world, client } = stage();
    const from = { epoch: "e", seq: 4 };
    const handle = client.listen({ name: "a" }, { onUpdate: () => undefined }, { from });
    world.socket.accept();
    const [asked] = world.socket.frames();
    const payload = { ...OK, ...from, snapshot: 0, recovered: true, held: false };
    world.socket.say({ type: "list.subscribe.response", id: asked?.id, payload });

    handle.refresh();

    const again = { recover: { epoch: "", seq: 0 } };
    expect([asked, ...world.socket.frames()]).toMatchObject([{ recover: from }, again]);
  });

  it("ends when its signal aborts", () => {
    const { world, client, live } = stage();
    const abort = new AbortController();
    client.listen({ name: "a" }, { onUpdate: () => undefined }, { signal: abort.signal });
    live();

    abort.abort();

    expect(world.socket.frames()).toMatchObject([{ type: "list.unsubscribe" }]);
  });

  it("[U3] lets who comes late to a merged route ask the server for its state", () => {
    const world = new FakeWorld();
    const base = new WebSocketBase("ws://server", world);
    const depth = new WebSocketClient<object, object, object>("depth", (it) => it, { base });
    const params = { symbol: "A" };
    depth.listen(params, { onUpdate: () => undefined });
    world.socket.accept();
    const [request] = world.socket.frames();
    const rest = { topic: 'depth:{"symbol":"A"}', snapshot: 0, recovered: false, held: false };
    world.socket.say({
      type: "depth.subscribe.response",
      id: request?.id,
      payload: { ...OK, ...rest },
    });

    depth.listen(params, { onUpdate: () => undefined });

    expect(world.socket.frames()).toMatchObject([
      { type: "depth.subscribe", recover: { epoch: "", seq: 0 } },
    ]);
  });

  it("does not begin when its signal has aborted before", async () => {
    const { base, client } = stage();
    const options = { signal: AbortSignal.abort() };

    const handle = client.listen({ name: "a" }, { onUpdate: () => undefined }, options);

    await expect(handle.ready).rejects.toMatchObject({ code: "cancelled" });
    expect(base.status.topics).toBe(0);
  });

  it("reports a mapper that fails, and goes on", () => {
    const { world, client, live, update } = stage((n) => {
      if (n === 1) throw new Error("unmappable");
      return `#${n}`;
    });
    const heard: string[] = [];
    void client.subscribe("one", { name: "a" }, (value) => heard.push(value));
    live();

    update(1, 1);
    update(2, 2);

    expect(heard).toEqual(["#2"]);
    expect(world.reported).toHaveLength(1);
  });
});

describe("WebSocketBase", () => {
  const servers: WebSocketServer[] = [];
  beforeAll(() => {
    if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket: NodeWebSocket });
  });
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function listening(): Promise<{ url: string; connected: Promise<ServerSocket> }> {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    servers.push(server);
    const connected = once(server, "connection").then(([socket]) => socket as ServerSocket);
    await once(server, "listening");
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, connected };
  }

  it("is one socket a URL, until it is closed", () => {
    const base = WebSocketBase.at("ws://127.0.0.1:1/one");

    const again = WebSocketBase.at("ws://127.0.0.1:1/one");
    base.close();

    expect(again).toBe(base);
    expect(WebSocketBase.at("ws://127.0.0.1:1/one")).not.toBe(base);
  });

  it("[F8] opens a real socket, pings, and follows its closing", async () => {
    const { url, connected } = await listening();
    const states = new Collected<string>();
    const base = WebSocketBase.at(url);
    base.onStatus(({ state }) => states.add(state));
    base.connect();

    const socket = await connected;
    const [text] = (await once(socket, "message")) as [Buffer];
    socket.close(4508);
    await states.atLeast(4);

    expect(JSON.parse(text.toString())).toMatchObject({ type: "ping" });
    expect(states.items).toEqual(["connecting", "connecting", "live", "closed"]);
  });

  it("[R4] comes back when nothing listens", async () => {
    const states = new Collected<string>();
    const base = WebSocketBase.at("ws://127.0.0.1:1/nobody");
    base.onStatus(({ state }) => states.add(state));

    base.connect();
    await states.atLeast(3);

    expect(base.status).toMatchObject({ state: "offline", reason: "the server cannot be reached" });
    base.close();
  });
});
