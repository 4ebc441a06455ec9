import { beforeEach, describe, expect, it, vi } from "vitest";
import { setServerOrigin } from "../serverAddress";
import { fetchOf } from "../servedModules";

let asked: string[];
let answer: () => Response;
let port = 9000;

/** A server of its own for each test: what one is made of is remembered. */
beforeEach(() => {
  asked = [];
  port += 1;
  setServerOrigin(`http://127.0.0.1:${port}`);
});

const fetch = ((request: string | URL) => {
  const path = new URL(request).pathname;
  asked.push(path);
  const said = (): Response => (path.endsWith("/health") ? answer() : Response.json({}));
  return Promise.resolve().then(said);
}) as typeof globalThis.fetch;

const ask = (module: string) =>
  fetchOf(module, fetch)(`http://127.0.0.1:${port}/api/v1/${module}/orders`);

describe("a part of the server", () => {
  it("is asked where the server has it, after one question for what there is", async () => {
    answer = () => Response.json({ modules: ["datafeed", "broker"] });
    await ask("broker");
    expect((await ask("broker")).status).toBe(200);
    expect(asked).toEqual(["/api/v1/health", "/api/v1/broker/orders", "/api/v1/broker/orders"]);
  });

  it("that is not there is not asked: the answer says which, and why", async () => {
    answer = () => Response.json({ modules: ["datafeed"] });
    const refused = await ask("broker");
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ code: "module_missing" });
    expect(asked).toEqual(["/api/v1/health"]);
  });

  it("is asked all the same where nobody says what there is", async () => {
    answer = () => Response.json({});
    expect((await ask("broker")).status).toBe(200);
  });

  it("a server that was away is asked again", async () => {
    answer = () => {
      throw new Error("away");
    };
    await ask("broker");
    answer = () => Response.json({ modules: [] });
    expect((await ask("broker")).status).toBe(404);
  });

  it("is asked by the browser's own fetch where no other is given", async () => {
    vi.stubGlobal("fetch", fetch);
    answer = () => Response.json({ modules: ["broker"] });
    const asking = fetchOf("broker");
    expect((await asking(`http://127.0.0.1:${port}/api/v1/broker/orders`)).status).toBe(200);
    vi.unstubAllGlobals();
  });
});
