import { shallowReactive, watch, type Ref } from "vue";
import { problemOf, type Problem } from "@/composables/problem";
import { isOrderLine, type OrderLine, type TradeLine } from "./tradeLines";

/** A price on its way: shown instead of the order's own until the stream tells. */
interface Sent {
  price: number;
  order: OrderLine["order"];
}

/** A refusal, at the price where it was caused. */
export interface RefusedThere {
  price: number;
  problem: Problem;
}

/**
 * What was sent and not told of yet, and what was refused, by the line that it is of; `shows` hears
 * of each refusal that is shown at its line.
 */
export function useSentMoves(told: Ref<readonly TradeLine[]>, shows: (error: unknown) => void) {
  const sent = shallowReactive(new Map<string, Sent>());
  const refused = shallowReactive(new Map<string, RefusedThere>());

  watch(told, (lines) => {
    const byId = new Map(lines.map((line) => [line.id, line]));
    for (const [id, { price, order }] of sent) {
      const line = byId.get(id);
      const waits = line && isOrderLine(line) && line.order === order && line.price !== price;
      if (!waits) sent.delete(id);
    }
  });

  async function attempt(id: string, price: number, command: Promise<unknown>): Promise<void> {
    refused.delete(id);
    try {
      await command;
    } catch (error) {
      sent.delete(id);
      refused.set(id, { price, problem: problemOf(error) });
      shows(error);
    }
  }

  function forget(): void {
    sent.clear();
    refused.clear();
  }

  return { sent, refused, attempt, forget };
}
