import type { TableColumn, Tone } from "@/components/table/columns";
import { reasonText, statusWord, typeWord, type OrderRow } from "@/composables/blotters/orderRows";
import { quantityText } from "@/composables/trading/lineWords";
import { filledText, priceText, sideTone, sideWord, stampHint, stampText } from "./words";
import type { FactsOf } from "./words";

const REJECTED = 5;
const WORKING = 6;

/** The columns of orders; the last one holds their buttons. */
export function orderColumns(factsOf: FactsOf, zone: () => string): TableColumn<OrderRow>[] {
  return [
    {
      ...{ id: "symbol", title: "Symbol", kind: "text", width: 76, fixed: true },
      value: ({ order }) => order.symbol,
    },
    {
      ...{ id: "side", title: "Side", kind: "text", width: 44 },
      value: ({ order }) => sideWord(order.side),
      tone: ({ order }) => sideTone(order.side),
    },
    {
      ...{ id: "type", title: "Type", kind: "text", width: 76 },
      value: ({ order }) => typeWord(order),
    },
    {
      ...{ id: "qty", title: "Quantity", kind: "number", width: 56 },
      value: ({ order }) => order.qty,
      text: ({ order }) => quantityText(order.qty),
    },
    {
      ...{ id: "filled", title: "Filled", kind: "number", width: 76, wide: true },
      value: ({ order }) => order.filledQty ?? 0,
      text: ({ order }) => filledText(order.filledQty ?? 0, order.qty),
    },
    ...priceColumns(factsOf),
    ...stateColumns(factsOf, zone),
    { id: "controls", title: "Actions", kind: "controls", width: 58, value: () => null },
  ];
}

function priceColumns(factsOf: FactsOf): TableColumn<OrderRow>[] {
  const price = (
    id: string,
    title: string,
    read: (row: OrderRow["order"]) => number | undefined,
    choice: { hidden?: true; wide?: true } = {},
  ): TableColumn<OrderRow> => ({
    id,
    title,
    kind: "number",
    width: 80,
    ...choice,
    value: ({ order }) => read(order) ?? null,
    text: ({ order }) => priceText(read(order), factsOf(order.symbol).priceDecimals),
  });
  return [
    price("limit", "Limit", (order) => order.limitPrice),
    price("stop", "Stop", (order) => order.stopPrice, { wide: true }),
    price("average", "Average", (order) => order.avgPrice, { wide: true }),
    price("takeProfit", "Take profit", (order) => order.takeProfit, { hidden: true }),
    price("stopLoss", "Stop loss", (order) => order.stopLoss, { hidden: true }),
  ];
}

function stateColumns(factsOf: FactsOf, zone: () => string): TableColumn<OrderRow>[] {
  return [
    {
      ...{ id: "status", title: "Status", kind: "text", width: 116 },
      value: ({ order }) => statusWord(order),
      tone: ({ order }) => statusTone(order.status),
      hint: ({ order }) => reasonText(order),
    },
    {
      ...{ id: "duration", title: "In force", kind: "text", width: 56, wide: true },
      value: ({ order }) => order.duration?.type ?? null,
    },
    {
      ...{ id: "changed", title: "Changed", kind: "time", width: 116, wide: true, zone },
      value: ({ order }) => order.updateTime ?? null,
      text: ({ order }) => stampText(order.updateTime ?? null, factsOf(order.symbol).zone),
      hint: ({ order }) => stampHint(order.updateTime ?? null, factsOf(order.symbol).zone),
    },
    {
      ...{ id: "reason", title: "Why", kind: "text", width: 160, hidden: true },
      value: ({ order }) => reasonText(order) ?? null,
    },
    {
      ...{ id: "id", title: "Order", kind: "text", width: 88, hidden: true },
      value: ({ order }) => order.id,
    },
  ];
}

function statusTone(status: number): Tone {
  if (status === REJECTED) return "danger";
  return status === WORKING ? "flat" : "muted";
}
