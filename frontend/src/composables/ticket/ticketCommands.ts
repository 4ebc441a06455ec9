import type { Side } from "@public/trading_terminal/charting_library";
import { offerCommands } from "@/composables/terminal/commands";
import type { Terminal } from "@/composables/terminal/terminal";

/** Offer to buy and to sell the symbol that the terminal shows. */
export function offerTicket(terminal: Terminal): void {
  const open = (side: Side): void => {
    const link = terminal.active.value?.link ?? terminal.links.of("blue", "ticket");
    terminal.tickets.open({ symbol: link.symbol.value, side });
  };
  const trade = { group: "Trade", also: "order ticket" } as const;
  offerCommands(
    terminal.commands,
    { id: "trade.buy", title: "Buy", keys: "b", ...trade, run: () => open(1) },
    { id: "trade.sell", title: "Sell", keys: "s", ...trade, run: () => open(-1) },
  );
}
