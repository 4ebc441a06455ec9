import type { Brackets } from "@public/trading_terminal/charting_library";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { isEntry, isFinal } from "./orderRows";

/** The prices at which a position's own orders would end it. */
export function protectionOf(
  orders: readonly AccountOrder[],
  symbol: string,
): Pick<Brackets, "takeProfit" | "stopLoss"> {
  const own = orders.filter(
    (order) => order.symbol === symbol && !isEntry(order) && !isFinal(order),
  );
  const takeProfit = own.find(({ limitPrice }) => limitPrice !== undefined)?.limitPrice;
  const stopLoss = own.find(({ stopPrice }) => stopPrice !== undefined)?.stopPrice;
  return {
    ...(takeProfit !== undefined && { takeProfit }),
    ...(stopLoss !== undefined && { stopLoss }),
  };
}
