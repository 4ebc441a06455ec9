import { describe, expect, it } from "vitest";
import { Commands, type Command } from "../commands";
import { fits } from "../palette";

const BUY: Command = {
  id: "buy",
  title: "Buy now",
  group: "Trade",
  keys: "b",
  run: () => undefined,
};

describe("commands", () => {
  it("run by their id and by their key, until they are taken away", () => {
    const commands = new Commands();
    let runs = 0;
    const leave = commands.register({ ...BUY, run: () => (runs += 1) });
    expect(commands.run("buy")).toBe(true);
    commands.atKey("b")?.run();
    expect(runs).toBe(2);
    leave();
    expect(commands.run("buy")).toBe(false);
    expect(commands.atKey("b")).toBeUndefined();
  });

  it("one that is refused does not run", () => {
    const commands = new Commands();
    let runs = 0;
    commands.register({ ...BUY, refusal: () => "no price", run: () => (runs += 1) });
    expect(commands.run("buy")).toBe(false);
    expect(runs).toBe(0);
  });

  it("who leaves late does not take away its successor", () => {
    const commands = new Commands();
    const leave = commands.register(BUY);
    commands.register({ ...BUY, title: "Buy later" });
    leave();
    expect(commands.all.map(({ title }) => title)).toEqual(["Buy later"]);
  });

  it.each([
    [["bu"], true],
    [["trade", "now"], true],
    [["uy"], false],
    [[], true],
  ])("%j fits: %s", (words, expected) => {
    expect(fits(BUY, words)).toBe(expected);
  });
});
