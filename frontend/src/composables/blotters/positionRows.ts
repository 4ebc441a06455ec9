/** Positions as a blotter lists them: with what they are worth now. */

import type { Position } from "@public/trading_terminal/charting_library";

export interface PositionRow {
  position: Position;
  /** In the instrument's currency; null before the first quote. */
  profit: number | null;
  /** Of what was paid, in percent. */
  profitPercent: number | null;
  /** What closing a unit would fetch. */
  mark: number | null;
  /** What closing all would fetch; below zero for a short. */
  value: number | null;
}

export function positionRow(position: Position, profit: number | undefined): PositionRow {
  if (profit === undefined)
    return { position, profit: null, profitPercent: null, mark: null, value: null };
  const { qty, side, avgPrice } = position;
  const cost = qty * avgPrice;
  const mark = avgPrice + profit / (side * qty);
  return {
    position,
    profit,
    profitPercent: cost === 0 ? null : (profit / cost) * 100,
    mark,
    value: side * qty * mark,
  };
}
