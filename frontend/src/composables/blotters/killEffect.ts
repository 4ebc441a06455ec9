/** What the kill switch would do, in the words of its button. */

import type { Position } from "@public/trading_terminal/charting_library";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { counted, isEntry, isFinal } from "./orderRows";

export interface KillEffect {
  orders: number;
  positions: number;
  sentence: string;
}

/** What it does now, with or without closing the positions. */
export function killEffect(
  orders: readonly AccountOrder[],
  positions: readonly Position[],
  flatten: boolean,
): KillEffect {
  const open = orders.filter((order) => !isFinal(order));
  const canceled = flatten ? open : open.filter(isEntry);
  const closed = flatten ? positions.length : 0;
  const parts = [
    canceled.length > 0 ? `cancels ${counted(canceled.length, "order")}` : "",
    closed > 0 ? `closes ${counted(closed, "position")} at the market` : "",
    "refuses new orders until you resume",
  ].filter(Boolean);
  const text = parts.join(", ");
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return { orders: canceled.length, positions: closed, sentence };
}
