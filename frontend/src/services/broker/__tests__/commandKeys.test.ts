import { describe, expect, it } from "vitest";
import { CommandKeys } from "../commandKeys";

const lost = new Error("lost");
const isLost = (error: unknown) => error === lost;

/** Runs commands that end as told, and notes their keys. */
function given() {
  let last = 0;
  const keys = new CommandKeys(() => `k${(last += 1)}`);
  const used: string[] = [];
  const run = (asked: unknown, fails?: Error, subject?: string, during?: () => void) =>
    keys
      .run(
        asked,
        (key) => {
          used.push(key);
          during?.();
          return fails === undefined ? Promise.resolve() : Promise.reject(fails);
        },
        isLost,
        subject,
      )
      .catch((error: unknown) => error);
  return { keys, run, used };
}

describe("keys of commands", () => {
  it("are new for each command, also for the same again", async () => {
    const { run, used } = given();

    await run(["buy", 1]);
    await run(["buy", 1]);

    expect(used).toEqual(["k1", "k2"]);
  });

  it("are kept while nobody knows what became of the command", async () => {
    const { run, used } = given();
    const error = await run(["buy", 1], lost);
    await run(["buy", 2]);
    await run(["buy", 1], lost);
    await run(["buy", 1]);

    await run(["buy", 1]);

    expect([error, used]).toEqual([lost, ["k1", "k2", "k1", "k1", "k3"]]);
  });

  it.each([
    ["its own key", undefined, "k1"],
    ["what it was about", "demo/o1", "demo/o1"],
  ])("are not kept once an update has told of %s", async (_, subject, told) => {
    const { keys, run, used } = given();
    await run(["buy", 1], lost, subject);

    keys.told("demo/other");
    keys.told(told);
    await run(["buy", 1], undefined, subject);

    expect(used).toEqual(["k1", "k2"]);
  });

  it("are not kept when an update has told of the command before its replies were lost", async () => {
    const { keys, run, used } = given();

    await run(["buy", 1], lost, undefined, () => keys.told("k1"));
    await run(["close", 1], lost, "demo/A", () => keys.told("demo/A"));
    await run(["buy", 1]);
    await run(["close", 1]);

    expect(used).toEqual(["k1", "k2", "k3", "k2"]);
  });

  it("are not kept when the command was refused", async () => {
    const { run, used } = given();

    await run(["buy", 1], new Error("refused"));
    await run(["buy", 1]);

    expect(used).toEqual(["k1", "k2"]);
  });

  it("are 128 bits that nobody else has", async () => {
    const keys = new CommandKeys();
    const used = new Set<string>();
    const note = (key: string) => Promise.resolve(used.add(key));

    for (let i = 0; i < 100; i++) await keys.run(i, note, isLost);

    expect([used.size, [...used].every((key) => /^[0-9a-f]{32}$/.test(key))]).toEqual([100, true]);
  });
});
