import { describe, expect, it } from "vitest";
import { createApp, effectScope, shallowRef } from "vue";
import { accountKey } from "@/composables/account/account";
import type { AccountDesk } from "@/composables/account/accountDesk";
import { Commands } from "@/composables/terminal/commands";
import { keysOf } from "@/composables/terminal/keyboard";
import { terminalKey, type Terminal } from "@/composables/terminal/terminal";
import { useAsking } from "../asking";
import { offerTradeCommands } from "../tradeCommands";

/** The commands of an account with these positions, where all is asked for. */
function given(...held: string[]) {
  const closed: string[] = [];
  const account = {
    positions: shallowRef(held.map((symbol) => ({ id: symbol, symbol }))),
    ...{ orders: shallowRef([]), risk: shallowRef(null) },
    broker: { closePosition: (id: string) => Promise.resolve(closed.push(id)) },
  } as unknown as AccountDesk;
  const settings = shallowRef({ confirm: { order: true, cancel: true, flatten: true } });
  const commands = new Commands();
  const terminal = { commands, settings } as unknown as Terminal;
  const asking = useAsking();
  const app = createApp({}).provide(accountKey, account).provide(terminalKey, terminal);
  app.runWithContext(() => effectScope().run(() => offerTradeCommands(asking, () => undefined)));
  return { commands, asking, closed };
}

describe("the commands of an account", () => {
  it("close all positions by Shift F, one after the other, when that is agreed to", async () => {
    const { commands, asking, closed } = given("AAPL", "F");
    const key = keysOf({ key: "F", shiftKey: true } as KeyboardEvent);

    commands.atKey(key)?.run();
    expect(asking.question.value?.button).toBe("Close 2 positions");
    await asking.confirm();

    expect(closed).toEqual(["AAPL", "F"]);
  });

  it("say why they do nothing", () => {
    const refusals = given().commands.all.map(({ id, refusal }) => [id, refusal?.() ?? null]);

    expect(refusals).toEqual([
      ["trade.cancelAll", "No order is open."],
      ["trade.flatten", "No position is open."],
      ["trade.kill", null],
      ["trade.resume", "Trading is not stopped."],
    ]);
  });
});
