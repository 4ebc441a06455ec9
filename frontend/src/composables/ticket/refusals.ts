/** What the broker says against an order: in words, at the field, with the way out. */

import { asSentence, problemOf, type Problem } from "@/composables/problem";
import { ApiError } from "@/services/datafeedService";
import { isInDoubt } from "@/services/broker/retrying";
import type { TicketField } from "./ticketForm";

export interface Refusal {
  problem: Problem;
  /** Null where no field is the cause. */
  field: TicketField | null;
  /** Whether nobody knows if it was done: the same must be sent again, not another order. */
  inDoubt: boolean;
}

/** Names of a request as they stand in the broker's sentences. */
const NAMED: [RegExp, TicketField, string][] = [
  [/\blimitPrice\b/gi, "limitPrice", "limit price"],
  [/\bstopPrice\b/gi, "stopPrice", "stop price"],
  [/\btakeProfit\b/gi, "takeProfit", "take profit"],
  [/\bstopLoss\b/gi, "stopLoss", "stop loss"],
  [/\bduration\.datetime\b/gi, "expires", "end"],
  [/\bduration\b/gi, "duration", "duration"],
  [/\bocoGroup\b/gi, "ocoGroup", "group"],
  [/\breduceOnly\b/gi, "reduceOnly", "reduce only"],
  [/\bqty\b/gi, "qty", "quantity"],
];

/** Codes that mean one field, whatever their sentence names. */
const CAUSES: Record<string, TicketField> = {
  MARGIN_INSUFFICIENT: "qty",
  RISK_ORDER_QTY: "qty",
  RISK_ORDER_NOTIONAL: "qty",
  ORDER_QTY_FILLED: "qty",
  ORDER_DURATION_UNSUPPORTED: "duration",
  ORDER_EXPIRY_INVALID: "expires",
  ORDER_NOT_REDUCING: "reduceOnly",
  OCO_GROUP_FINISHED: "ocoGroup",
};

const REMEDIES: Record<string, string> = {
  MARGIN_INSUFFICIENT: "Lower the quantity, raise the leverage, or close something.",
  RISK_ORDER_QTY: "Lower the quantity, or raise the account's limit.",
  RISK_ORDER_NOTIONAL: "Lower the quantity, or raise the account's limit.",
  RISK_PRICE_COLLAR: "Choose a price nearer to the market.",
  RISK_OPEN_ORDERS: "Cancel an order first.",
  RISK_ORDER_RATE: "Wait a second, then send it again.",
  RISK_DAILY_LOSS: "Orders that reduce a position still pass.",
  BRACKET_WRONG_SIDE: "Put it on the other side of the price.",
  BRACKET_UNSUPPORTED: "Take the brackets away, or let the order open a position.",
  MARKET_CLOSED: "Choose a duration that waits: day, until canceled or until a date.",
  MARKET_STALE: "Wait for the next price, or place a limit order: that one waits.",
  MARKET_HALTED: "Place a limit order: it waits for the trading to go on.",
  MARKET_PRICE_UNKNOWN: "Wait for the first price.",
  ORDER_DURATION_UNSUPPORTED: "Choose day, until canceled or until a date.",
  ORDER_EXPIRY_INVALID: "Choose a later time.",
  ORDER_NOT_REDUCING: "Uncheck reduce only, or choose the other side.",
  OCO_GROUP_FINISHED: "Choose another name for the group.",
  ORDER_FINAL: "Place a new order instead.",
  ORDER_QTY_FILLED: "Choose at least what is filled.",
  ACCOUNT_HALTED: "Resume trading in the account first.",
  ACCOUNT_REDUCING: "Reduce a position, or resume trading in the account.",
  CONFIRMATION_INVALID: "Look at the new numbers and place it again.",
  INSTRUMENT_UNTRADED: "Choose a symbol that streams.",
  CURRENCY_UNSUPPORTED: "Choose a symbol in the account's currency.",
};
const IN_DOUBT = "Send it again: it is placed once, whatever became of the first.";

/** Read what a command was rejected with. */
export function refusalOf(error: unknown): Refusal {
  const code = error instanceof ApiError ? error.code : "";
  const inDoubt = isInDoubt(error);
  const { sentence, ...problem } = problemOf(error);
  const remedy = inDoubt ? IN_DOUBT : (REMEDIES[code] ?? "Change the order and send it again.");
  const said = { ...problem, sentence: asSentence(inWords(sentence)), remedy };
  return { problem: said, field: fieldOf(code, sentence), inDoubt };
}

/** Read an error of a preview, `CODE: sentence`. */
export function previewRefusal(text: string): Refusal {
  const [code = "", ...rest] = text.split(": ");
  const sentence = rest.join(": ");
  const remedy = REMEDIES[code] ?? "Change the order.";
  const problem = { code, sentence: asSentence(inWords(sentence)), remedy };
  return { problem, field: fieldOf(code, sentence), inDoubt: false };
}

function fieldOf(code: string, sentence: string): TicketField | null {
  const cause = CAUSES[code];
  if (cause) return cause;
  const found = NAMED.map(([name, field]) => ({ at: sentence.search(name), field })).filter(
    ({ at }) => at >= 0,
  );
  found.sort((one, other) => one.at - other.at);
  return found[0]?.field ?? null;
}

function inWords(sentence: string): string {
  return NAMED.reduce((text, [name, , word]) => text.replace(name, word), sentence);
}
