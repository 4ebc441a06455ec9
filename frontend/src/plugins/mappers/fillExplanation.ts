/** Why a fill is as it is: what the ledger keeps of it, in the instrument's own units. */

import type { ExecutionExplanation_Api_Backend } from "@clients/trader-client-generated";
import type { FillExplanation, MarketValue } from "../accountTypes";
import { present } from "./present";

/** Money of an explanation is counted in 10^-12, a fee's rate in 10^-8. */
const MONEY_SCALE = 1e12;
const RATE_SCALE = 1e8;
const MARKET_VALUES = ["bid", "ask", "last", "open", "high", "low", "close"] as const;

/** What the ledger keeps of a fill: integers in the instrument's units, which `scales` name. */
interface RecordedFill {
  orderId: string;
  symbol: string;
  side: FillExplanation["side"];
  step: number;
  feed: string;
  rule: string;
  ruleText: string;
  source: Partial<Record<MarketValue["name"], number | null>> & { time: number; gap?: boolean };
  limit: number | null;
  stop: number | null;
  size: {
    remaining: number;
    consumed: number;
    displayed: number | null;
    reducible: number | null;
  };
  fee: Record<
    "fixed" | "perShare" | "rate" | "minimum" | "notional" | "filledQty" | "filledCost",
    number
  >;
  scales: { price: number; qty: number };
  positionBefore: { qty: number };
  positionAfter: { qty: number };
}

export function mapFillExplanation(answer: ExecutionExplanation_Api_Backend): FillExplanation {
  const recorded = answer.explanation as unknown as RecordedFill;
  const { orderId, symbol, side, step, feed, rule, ruleText, source, size, fee } = recorded;
  const priced = (units: number | null): number | null => units && units / recorded.scales.price;
  const sized = (units: number | null): number | null => units && units / recorded.scales.qty;
  const { fixed, perShare, rate, minimum, notional } = fee;
  const values = MARKET_VALUES.map((name) => ({ name, price: priced(source[name] ?? null) }));
  return {
    ...{ executionId: answer.executionId, ...answer.recomputed },
    ...{ orderId, symbol, side, step, feed, rule, ruleText },
    ...present({ limit: priced(recorded.limit), stop: priced(recorded.stop) }),
    source: {
      kind: source.open === undefined ? "tick" : "bar",
      time: source.time,
      afterGap: source.gap ?? false,
      values: values.filter((value): value is MarketValue => value.price !== null),
    },
    size: {
      remaining: size.remaining / recorded.scales.qty,
      consumed: size.consumed / recorded.scales.qty,
      ...present({ displayed: sized(size.displayed), reducible: sized(size.reducible) }),
    },
    feeTerms: {
      fixed: fixed / MONEY_SCALE,
      perShare: perShare / MONEY_SCALE,
      rate: rate / RATE_SCALE,
      minimum: minimum / MONEY_SCALE,
    },
    notional: notional / MONEY_SCALE,
    before: { qty: fee.filledQty / recorded.scales.qty, notional: fee.filledCost / MONEY_SCALE },
    positionBefore: recorded.positionBefore.qty / recorded.scales.qty,
    positionAfter: recorded.positionAfter.qty / recorded.scales.qty,
  };
}
