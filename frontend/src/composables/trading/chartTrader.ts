import { computed, watch, type Ref } from "vue";
import type { Position, PreOrder } from "@public/trading_terminal/charting_library";
import { useAccount } from "@/composables/account/account";
import { useAsking } from "@/composables/blotters/asking";
import type { Settings } from "@/composables/terminal/settings";
import { useTerminal } from "@/composables/terminal/terminal";
import { movedOrder, protectedAt } from "./moves";
import { canceledText } from "./protection";
import {
  cancelQuestion,
  closeQuestion,
  moveQuestion,
  placeQuestion,
  protectQuestion,
  reverseQuestion,
  type Protection,
  type Question,
} from "./questions";
import { useSentMoves } from "./sentMoves";
import {
  isOrderLine,
  linesOf,
  type OrderLine,
  type PositionLine,
  type TradeLine,
} from "./tradeLines";

export type ChartTrader = ReturnType<typeof useChartTrader>;

/** What was agreed to is told at its line, not in the question, which closes. */
function useQuestions() {
  const { settings } = useTerminal();
  const asking = useAsking();
  const ask = (kind: keyof Settings["confirm"], asked: Question, run: () => void): void =>
    asking.ask({ ...asked, act: () => Promise.resolve().then(run) }, settings.value.confirm[kind]);
  return { asking, ask };
}

/** Trading on one chart; `symbol` as the broker spells it. */
export function useChartTrader(symbol: Ref<string>, decimals: Ref<number>) {
  const { broker, orders, positions, accountId, toldInPlace } = useAccount();
  const { asking, ask } = useQuestions();
  const told = computed(() => linesOf(symbol.value, orders.value, positions.value));
  const { sent, refused, attempt, forget } = useSentMoves(told, toldInPlace);
  watch([symbol, accountId], forget);

  const lines = computed(() =>
    told.value.map((line): TradeLine => {
      const price = sent.get(line.id)?.price;
      return price === undefined ? line : { ...line, price };
    }),
  );

  function move(line: OrderLine, price: number): void {
    if (price === line.order[line.field]) return;
    ask("order", moveQuestion(line, symbol.value, price, decimals.value), () => {
      sent.set(line.id, { price, order: line.order });
      void attempt(line.id, price, broker.modifyOrder(movedOrder(line, price)));
    });
  }

  function protect(line: PositionLine, kind: Protection, price: number): void {
    ask("order", protectQuestion(line, kind, price, decimals.value), () => {
      const brackets = protectedAt(line.position, kind, price, told.value);
      void attempt(line.id, price, broker.editPositionBrackets(line.position.id, brackets));
    });
  }

  const canceledWith = (position: Position): string =>
    canceledText(orders.value, position, decimals.value);

  /** Cancel an order, or close a position. */
  function close(line: TradeLine): void {
    const { id, price } = line;
    if (isOrderLine(line)) {
      const run = (): void => void attempt(id, price, broker.cancelOrder(line.order.id));
      ask("cancel", cancelQuestion(line, symbol.value, decimals.value), run);
    } else {
      const run = (): void => void attempt(id, price, broker.closePosition(line.position.id));
      ask("flatten", closeQuestion(line.position, canceledWith(line.position)), run);
    }
  }

  function reverse(line: PositionLine): void {
    const { id, price, position } = line;
    const run = (): void => void attempt(id, price, broker.reversePosition(position.id));
    ask("flatten", reverseQuestion(position, canceledWith(position)), run);
  }

  function place(order: PreOrder): void {
    const price = order.limitPrice ?? order.stopPrice ?? 0;
    ask("order", placeQuestion(order, decimals.value), () => {
      void attempt(`placed:${price}`, price, broker.placeOrder(order));
    });
  }

  const isSent = (line: TradeLine): boolean => sent.has(line.id);
  const dismiss = (id: string): void => void refused.delete(id);
  return { lines, isSent, dismiss, refused, asking, move, protect, close, reverse, place };
}
