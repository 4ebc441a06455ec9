import { describe, expect, it } from "vitest";
import { ApiError } from "@/plugins/apiAnswer";
import type { BrokerApiType } from "@/plugins/broker/brokerApiType";
import { AccountCommands } from "../accountCommands";
import type { AccountSession } from "../accountSession";
import { CommandKeys, subjectOf } from "../commandKeys";

const ORDER = { symbol: "A", type: 2, side: 1, qty: 1 } as const;
const PLACED = { ...ORDER, id: "o1", status: 6 } as const;
const lost = new ApiError("network_error", "no answer", null);

/** A state whose tellings the test counts up. */
class FakeState {
  readonly told = new Map<string, number>();
  readonly asked: string[] = [];
  /** What the list tells of, when it is read. */
  listTells: string[] = [];

  tellingsOf = (id: string) => this.told.get(id) ?? 0;
  tellAgain = (id: string) => void this.asked.push(`again ${id}`);
  read = () => {
    this.asked.push("read");
    this.listTells.forEach((id) => this.tell(id));
    return Promise.resolve();
  };
  tell(id: string): void {
    this.told.set(id, this.tellingsOf(id) + 1);
  }
}

/** An API that answers as told, after `before` ran; the first calls fail by `errors`. */
function given({ errors = [], before }: { errors?: Error[]; before?: () => void } = {}) {
  const [orders, positions] = [new FakeState(), new FakeState()];
  const calls: unknown[][] = [];
  const answer =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      const error = errors.shift();
      if (error !== undefined) return Promise.reject(error);
      before?.();
      return Promise.resolve({ orderId: "o1", step: 1, leverage: 3 });
    };
  const api = new Proxy({}, { get: (_, name) => answer(String(name)) }) as BrokerApiType;
  let last = 0;
  const keys = new CommandKeys(() => `k${(last += 1)}`);
  const wait = () => Promise.resolve();
  const session = { accountId: "demo", orders, positions } as unknown as AccountSession;
  const commands = new AccountCommands(session, { api, keys, wait });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { commands, orders, positions, calls, settled, keys };
}

describe("commands to an account", () => {
  it("keep their key over retries: a lost reply never makes a second order", async () => {
    const { commands, calls } = given({ errors: [lost, lost] });

    await commands.place(ORDER, "c1");

    const sent = ["place", "demo", { ...ORDER, clientOrderId: "k1" }, "c1"];
    expect(calls).toEqual([sent, sent, sent]);
  });

  it("keep it also when the user asks for the same again after all retries were lost", async () => {
    const { commands, calls } = given({ errors: Array<Error>(5).fill(lost) });
    await expect(commands.place(ORDER)).rejects.toBe(lost);

    await commands.place(ORDER);
    await commands.place(ORDER);

    const keys = calls.map(([, , order]) => (order as { clientOrderId: string }).clientOrderId);
    expect(keys).toEqual(["k1", "k1", "k1", "k1", "k1", "k1", "k2"]);
  });

  it("are new ones after an update has told of what was asked", async () => {
    const { commands, calls, keys } = given({ errors: Array<Error>(5).fill(lost) });
    await expect(commands.close("A", 2)).rejects.toBe(lost);

    keys.told(subjectOf("demo", "A"));
    await commands.close("A", 2);

    expect((calls.at(-1)?.[1] as { key: string }).key).toBe("k2");
  });

  it("set leverage anew by each request: the last one counts", async () => {
    const { commands, calls } = given({ errors: Array<Error>(5).fill(lost) });
    const params = { symbol: "A", orderType: 2, side: 1, leverage: 3 } as const;
    await expect(commands.setLeverage(params)).rejects.toBe(lost);

    await commands.setLeverage(params);

    expect((calls.at(-1)?.[1] as { key: string }).key).toBe("k2");
  });

  it("are sent by their names", async () => {
    const { commands, calls } = given();
    await commands.modify(PLACED, "c1");
    await commands.cancel("o1");
    await commands.cancelAll(["o1", "o2"]);
    await commands.close("A", 2);
    await commands.reverse("A");
    await commands.editBrackets("A", { stopLoss: 1 });
    const set = await commands.setLeverage({ symbol: "A", orderType: 2, side: 1, leverage: 3 });

    expect(set.leverage).toBe(3);
    expect(calls.map(([name, command]) => [name, (command as { key: string }).key])).toEqual([
      ["modify", "k1"],
      ["cancel", "k2"],
      ["cancelAll", "k3"],
      ["close", "k4"],
      ["reverse", "k5"],
      ["editBrackets", "k6"],
      ["setLeverage", "k7"],
    ]);
  });

  it("cancel more than the server takes at once in several steps", async () => {
    const { commands, calls } = given();
    const ids = Array.from({ length: 501 }, (_, index) => `o${index}`);

    await commands.cancelAll(ids);

    expect(calls.map(([, , some]) => (some as string[]).length)).toEqual([500, 1]);
  });

  it("read nothing where the stream has told what became of it", async () => {
    const all = given({ before: () => all.orders.tell("o1") });

    await all.commands.cancel("o1");
    await all.settled();

    expect(all.orders.asked).toEqual([]);
  });

  it("read the list where the stream is silent, and tell again where that says nothing", async () => {
    const { commands, orders, positions, settled } = given();
    orders.listTells = ["o1"];

    await commands.cancel("o1");
    await commands.close("A");
    await settled();

    expect([orders.asked, positions.asked]).toEqual([["read"], ["read", "again A"]]);
  });
});
