import { formatChange, formatPercent, formatPrice } from "@/components/formatting/numbers";
import type { TableColumn } from "@/components/table/columns";
import { direction } from "@/components/formatting/numbers";
import type { PositionRow } from "@/composables/blotters/positionRows";
import { quantityText } from "@/composables/trading/lineWords";
import { DASH, MONEY_DECIMALS, priceText, sideTone, type FactsOf } from "./words";

/** The columns of positions; `protectedBy` says what protects one. */
export function positionColumns(
  factsOf: FactsOf,
  protectedBy: (position: PositionRow["position"]) => string,
): TableColumn<PositionRow>[] {
  const tone = ({ profit }: PositionRow) => direction(profit ?? 0);
  return [
    {
      ...{ id: "symbol", title: "Symbol", kind: "text", width: 80, fixed: true },
      value: ({ position }) => position.symbol,
    },
    {
      ...{ id: "side", title: "Side", kind: "text", width: 52 },
      value: ({ position }) => (position.side === 1 ? "Long" : "Short"),
      tone: ({ position }) => sideTone(position.side),
    },
    {
      ...{ id: "qty", title: "Quantity", kind: "number", width: 56 },
      value: ({ position }) => position.qty,
      text: ({ position }) => quantityText(position.qty),
    },
    {
      ...{ id: "average", title: "Average", kind: "number", width: 84, wide: true },
      value: ({ position }) => position.avgPrice,
      text: ({ position }) => priceText(position.avgPrice, factsOf(position.symbol).priceDecimals),
    },
    {
      ...{ id: "mark", title: "Mark", kind: "number", width: 84, wide: true },
      value: (row) => row.mark,
      text: (row) => priceText(row.mark, factsOf(row.position.symbol).priceDecimals),
      hint: () => "What closing it would fetch now",
    },
    {
      ...{ id: "value", title: "Value", kind: "number", width: 96, wide: true },
      value: (row) => row.value,
      text: ({ value }) => (value === null ? DASH : formatPrice(value, MONEY_DECIMALS)),
    },
    {
      ...{ id: "profit", title: "Profit", kind: "number", width: 84, fixed: true },
      value: (row) => row.profit,
      text: ({ profit }) => (profit === null ? DASH : formatChange(profit, MONEY_DECIMALS)),
      hint: ({ position }) => `In ${factsOf(position.symbol).currency}, before fees`,
      tone,
    },
    {
      ...{ id: "percent", title: "Profit %", kind: "number", width: 76, wide: true },
      value: (row) => row.profitPercent,
      text: ({ profitPercent }) => (profitPercent === null ? DASH : formatPercent(profitPercent)),
      tone,
    },
    {
      ...{ id: "protection", title: "Protected by", kind: "text", width: 150, wide: true },
      value: ({ position }) => protectedBy(position),
      hint: ({ position }) => protectedBy(position) || undefined,
      tone: () => "muted",
    },
    { id: "controls", title: "Actions", kind: "controls", width: 116, value: () => null },
  ];
}
