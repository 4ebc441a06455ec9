import { useAccount } from "@/composables/account/account";
import { offerCommands } from "@/composables/terminal/commands";
import { useTerminal } from "@/composables/terminal/terminal";
import type { Asking } from "./asking";
import { counted, isFinal } from "./orderRows";

/** Offer what concerns the whole account: cancel all, close all, the kill switch, going on. */
export function offerTradeCommands(asking: Asking, openKillSwitch: () => void): void {
  const account = useAccount();
  const { commands, settings } = useTerminal();
  const open = () => account.orders.value.filter((order) => !isFinal(order));
  const isStopped = (): boolean => (account.risk.value?.state ?? "ACTIVE") !== "ACTIVE";

  function cancelAll(): void {
    const orders = open();
    const button = `Cancel ${counted(orders.length, "order")}`;
    // What waits for an order goes with it.
    const ids = orders.filter(({ parentType }) => parentType !== 1).map(({ id }) => id);
    const act = () => account.broker.cancelOrders("", undefined, ids);
    const text = "All that are open, in all symbols, also those that protect positions.";
    asking.ask({ title: `${button}?`, text, button, act }, settings.value.confirm.cancel);
  }

  function closeAll(): void {
    const positions = [...account.positions.value];
    const button = `Close ${counted(positions.length, "position")}`;
    const text = `${positions.map(({ symbol }) => symbol).join(", ")}: at the market, one after the other. What protects them is canceled.`;
    const act = async (): Promise<void> => {
      for (const { id } of positions) await account.broker.closePosition(id);
    };
    asking.ask({ title: `${button}?`, text, button, act }, settings.value.confirm.flatten);
  }

  const unless = (isSo: boolean, why: string): string | null => (isSo ? null : why);
  offerCommands(
    commands,
    {
      ...{ id: "trade.cancelAll", title: "Cancel all orders", group: "Trade" },
      refusal: () => unless(open().length > 0, "No order is open."),
      run: cancelAll,
    },
    {
      ...{ id: "trade.flatten", title: "Close all positions", group: "Trade", keys: "Shift+f" },
      also: "flatten",
      refusal: () => unless(account.positions.value.length > 0, "No position is open."),
      run: closeAll,
    },
    {
      ...{ id: "trade.kill", title: "Kill switch: stop trading…", group: "Trade" },
      also: "halt panic emergency",
      run: openKillSwitch,
    },
    {
      ...{ id: "trade.resume", title: "Resume trading", group: "Trade" },
      refusal: () => unless(isStopped(), "Trading is not stopped."),
      run: () => void account.broker.controls.resume().catch(() => undefined),
    },
  );
}
