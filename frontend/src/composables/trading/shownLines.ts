/** Lines as they are shown now: where they are dragged to, what they say, how they look. */

import type { Drag } from "./dragging";
import { lineName, lineText, moveText, outcomeText, quantityText } from "./lineWords";
import { protectionAt } from "./moves";
import { isOrderLine, type LineKind, type TradeLine } from "./tradeLines";

/** The id of what is being dragged out of a position. */
export const GHOST = "ghost";

export type Tone = "up" | "down" | "accent";

export interface ShownLine {
  id: string;
  line: TradeLine;
  price: number;
  tone: Tone;
  text: string;
  /** On its way, or not let go yet. */
  dashed: boolean;
  /** Not in force yet. */
  faint: boolean;
  parent: string | null;
}

/** What lines are shown with. */
export interface Showing {
  decimals: number;
  drag: Drag | null;
  profits: ReadonlyMap<string, number>;
  isSent: (line: TradeLine) => boolean;
  /** The market's last price. */
  market: number | undefined;
}

const BY_KIND: Partial<Record<LineKind, Tone>> = { takeProfit: "up", stopLoss: "down" };

export function shownLines(lines: readonly TradeLine[], showing: Showing): ShownLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const shown = lines.map((line) => shownLine(line, byId.get(line.parent ?? ""), showing));
  const ghost = ghostOf(showing);
  return ghost ? [...shown, ghost] : shown;
}

function shownLine(line: TradeLine, parent: TradeLine | undefined, showing: Showing): ShownLine {
  const { drag, decimals, profits } = showing;
  const moved = isOrderLine(line) && drag?.line.id === line.id ? drag.price : null;
  const price = moved ?? line.price;
  const profit = isOrderLine(line) ? undefined : profits.get(line.position.id);
  const text =
    moved === null
      ? lineText(line, decimals, profit)
      : `${lineName(line)} ${moveText(line.price, moved, decimals)}`;
  const protects = parent && (line.kind === "takeProfit" || line.kind === "stopLoss");
  const outcome = protects ? ` · ${outcomeText({ ...parent, qty: line.qty }, price)}` : "";
  return {
    ...{ id: line.id, line, price, parent: line.parent, text: `${text}${outcome}` },
    tone: BY_KIND[line.kind] ?? toneOf(line, profit),
    dashed: moved !== null || showing.isSent(line),
    faint: isOrderLine(line) && line.waits,
  };
}

/** A position is coloured by its profit, an order by its side. */
function toneOf(line: TradeLine, profit: number | undefined): Tone {
  const sign = isOrderLine(line) ? line.side : (profit ?? 0);
  if (sign === 0) return "accent";
  return sign > 0 ? "up" : "down";
}

/** The target or the stop that is being dragged out of a position. */
function ghostOf({ drag, market, decimals }: Showing): ShownLine | null {
  if (!drag || isOrderLine(drag.line)) return null;
  const { line, price } = drag;
  const kind = protectionAt(line.position, price, market);
  if (!kind) return null;
  const name = kind === "takeProfit" ? "Take profit" : "Stop loss";
  const at = `${name} ${quantityText(line.qty)} @ ${price.toFixed(decimals)}`;
  const tone = kind === "takeProfit" ? "up" : "down";
  const look = { tone, dashed: true, faint: false, parent: line.id } as const;
  return { id: GHOST, line, price, text: `${at} · ${outcomeText(line, price)}`, ...look };
}
