import { plainNumber } from "@/components/formatting/numbers";
import type { AccountExecution } from "@/services/brokerTerminalService";

/** Tell of a fill as a reader says it: `Bought 10 AAPL at 187.40`. */
export function fillSentence({ side, qty, symbol, price }: AccountExecution): string {
  return `${side === 1 ? "Bought" : "Sold"} ${plainNumber(qty)} ${symbol} at ${plainNumber(price)}`;
}
