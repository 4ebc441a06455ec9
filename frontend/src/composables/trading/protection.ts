/** What protects a position: its own open targets and stops, and how much of it they cover. */

import type { Brackets, Position } from "@public/trading_terminal/charting_library";
import { formatPrice } from "@/components/formatting/numbers";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { quantityText } from "./lineWords";
import { linesOf, type TradeLine } from "./tradeLines";

const NAMES = { takeProfit: "target", stopLoss: "stop" } as const;
type Kind = keyof typeof NAMES;
const KINDS: readonly Kind[] = ["takeProfit", "stopLoss"];
type Orders = readonly AccountOrder[];

function ownLines(orders: Orders, { id, symbol }: Position, kind: Kind): TradeLine[] {
  return linesOf(symbol, orders, []).filter(
    (line) => line.kind === kind && line.parent === `position:${id}`,
  );
}

/** The prices at which a position's own orders would end it. */
export function protectionOf(orders: Orders, position: Position): Brackets {
  const [target] = ownLines(orders, position, "takeProfit");
  const [stop] = ownLines(orders, position, "stopLoss");
  return {
    ...(target && { takeProfit: target.price }),
    ...(stop && { stopLoss: stop.price }),
  };
}

const priceWords = (kind: Kind, lines: readonly TradeLine[], decimals: number): string =>
  `${NAMES[kind]} ${lines.map(({ price }) => formatPrice(price, decimals)).join(", ")}`;

/** Write what protects a position, `10 of 12 by target 277.00 · stop 272.00`; "" for nothing. */
export function protectionText(orders: Orders, position: Position, decimals: number): string {
  let before = "";
  const parts = KINDS.flatMap((kind) => {
    const lines = ownLines(orders, position, kind);
    if (lines.length === 0) return [];
    const covered = coverText(lines, position.qty);
    const told = covered === before ? "" : `${covered || "all"} by `;
    before = covered;
    return [told + priceWords(kind, lines, decimals)];
  });
  return parts.join(" · ");
}

/** How much of `held` the lines cover, in words; "" where it is all. */
function coverText(lines: readonly TradeLine[], held: number): string {
  const covered = lines.reduce((sum, { qty }) => sum + qty, 0);
  const [part, whole] = [quantityText(covered), quantityText(held)];
  return covered >= held || part === whole ? "" : `${part} of ${whole}`;
}

/** Say what goes with a position that is closed or turned; "" where nothing protects it. */
export function canceledText(orders: Orders, position: Position, decimals: number): string {
  const own = KINDS.map((kind) => ({ kind, lines: ownLines(orders, position, kind) }));
  const there = own.filter(({ lines }) => lines.length > 0);
  if (there.length === 0) return "";
  const words = there.map(({ kind, lines }) => priceWords(kind, lines, decimals));
  const isOne = there.length === 1 && there[0]?.lines.length === 1;
  return `Its ${words.join(" and ")} ${isOne ? "is" : "are"} canceled.`;
}
