import { formatPrice } from "@/components/formatting/numbers";
import type { TableColumn } from "@/components/table/columns";
import { fromNumber } from "@/composables/ticket/decimal";
import { quantityText } from "@/composables/trading/lineWords";
import type { AccountExecution } from "@/services/brokerTerminalService";
import { DASH, MONEY_DECIMALS, priceText, sideTone, sideWord, stampHint, stampText } from "./words";
import type { FactsOf } from "./words";

const FEE_DECIMALS = 4;

/** The columns of fills; the last one holds the button that explains one. */
export function executionColumns(
  factsOf: FactsOf,
  zone: () => string,
): TableColumn<AccountExecution>[] {
  return [
    {
      ...{ id: "time", title: "Time", kind: "time", width: 124, fixed: true, zone },
      value: ({ time }) => time,
      text: ({ time, symbol }) => stampText(time, factsOf(symbol).zone),
      hint: ({ time, symbol }) => stampHint(time, factsOf(symbol).zone),
    },
    {
      ...{ id: "symbol", title: "Symbol", kind: "text", width: 96, fixed: true },
      value: ({ symbol }) => symbol,
    },
    {
      ...{ id: "side", title: "Side", kind: "text", width: 52 },
      value: ({ side }) => sideWord(side),
      tone: ({ side }) => sideTone(side),
    },
    {
      ...{ id: "qty", title: "Quantity", kind: "number", width: 76 },
      value: ({ qty }) => qty,
      text: ({ qty }) => quantityText(qty),
    },
    {
      ...{ id: "price", title: "Price", kind: "number", width: 88 },
      value: ({ price }) => price,
      text: ({ price, symbol }) => priceText(price, factsOf(symbol).priceDecimals),
    },
    {
      ...{ id: "value", title: "Value", kind: "number", width: 100, wide: true },
      value: ({ price, qty }) => price * qty,
      text: ({ price, qty }) => formatPrice(price * qty, MONEY_DECIMALS),
      exported: ({ price, qty }) => exactProduct(price, qty),
    },
    {
      ...{ id: "fee", title: "Fee", kind: "number", width: 72, wide: true },
      value: ({ commission }) => commission ?? null,
      text: ({ commission }) =>
        commission === undefined ? DASH : formatPrice(commission, feeDecimals(commission)),
    },
    {
      ...{ id: "order", title: "Order", kind: "text", width: 88, wide: true },
      value: ({ orderId }) => orderId,
      tone: () => "muted",
    },
    {
      ...{ id: "id", title: "Fill", kind: "text", width: 88, hidden: true },
      value: ({ id }) => id,
      tone: () => "muted",
    },
    { id: "controls", title: "Actions", kind: "controls", width: 72, value: () => null },
  ];
}

/** The product of what the decimals say: that of the binary numbers has digits too many. */
function exactProduct(one: number, other: number): string | null {
  const [price, qty] = [fromNumber(one), fromNumber(other)];
  return price && qty && price.times(qty).toFixed();
}

const feeDecimals = (fee: number): number =>
  Number(fee.toFixed(MONEY_DECIMALS)) === fee ? MONEY_DECIMALS : FEE_DECIMALS;
