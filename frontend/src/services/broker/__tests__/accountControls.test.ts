import { describe, expect, it } from "vitest";
import { ApiError } from "@/plugins/apiAnswer";
import type { BrokerApiType } from "@/plugins/broker/brokerApiType";
import { AccountControls } from "../accountControls";
import { CommandKeys } from "../commandKeys";

const lost = new ApiError("network_error", "no answer", null);

/** Controls over an API that first fails by `errors`, and what it was called with. */
function given(...errors: Error[]) {
  const calls: unknown[][] = [];
  const done: string[] = [];
  const answer =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      const error = errors.shift();
      return error ? Promise.reject(error) : Promise.resolve({ items: ["fill"] });
    };
  let last = 0;
  const controls = new AccountControls({
    api: new Proxy({}, { get: (_, name) => answer(String(name)) }) as BrokerApiType,
    keys: new CommandKeys(() => `k${(last += 1)}`),
    wait: () => Promise.resolve(),
    account: () => "demo",
    shown: (command, text) => {
      done.push(text);
      return command;
    },
  });
  return { controls, calls, done };
}

describe("what the screen asks of an account", () => {
  it("stops trading once, however often the reply is lost", async () => {
    const { controls, calls } = given(lost, lost);

    await controls.kill(true);

    const sent = ["killSwitch", { accountId: "demo", key: "k1" }, true];
    expect(calls).toEqual([sent, sent, sent]);
  });

  it("stops it again when asked again", async () => {
    const { controls, calls } = given();

    await controls.kill(false);
    await controls.kill(false);

    expect(calls.map(([, command]) => command)).toEqual([
      { accountId: "demo", key: "k1" },
      { accountId: "demo", key: "k2" },
    ]);
  });

  it("resumes, resets and opens, and says so", async () => {
    const { controls, calls, done } = given();
    const account = { id: "swing", name: "Swing", initialBalance: "500" };

    await controls.resume();
    await controls.reset();
    await controls.open(account);

    expect(calls.map(([name]) => name)).toEqual(["resume", "reset", "openAccount"]);
    expect(calls[2]).toEqual(["openAccount", account, "k3"]);
    expect(done).toEqual(["Trading goes on", "demo starts anew", "Swing: account opened"]);
  });

  it("reads the record of the current account", async () => {
    const { controls, calls } = given();

    expect(await controls.executions()).toEqual(["fill"]);
    await controls.equity({ points: 9 });
    await controls.risk();

    expect(calls).toEqual([
      ["allExecutions", "demo", 10_000],
      ["equityHistory", "demo", { points: 9 }],
      ["risk", "demo"],
    ]);
  });
});
