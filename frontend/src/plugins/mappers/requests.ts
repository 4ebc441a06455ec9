/** What an account is asked for, as the server takes it. */

import type {
  Brackets_Api_Backend,
  LeverageSetParams_Api_Backend,
  NewAccount_Api_Backend,
  PreOrder_Api_Backend,
} from "@clients/trader-client-generated";
import type { Brackets, LeverageSetParams } from "@public/trading_terminal/charting_library";
import type { AccountPreOrder, AccountRequest } from "../accountTypes";
import { decimal, present } from "./present";

/** As many as the server reads. */
const MOST_DECIMALS = 18;

/** An order as the server takes it: it knows no other members, and no undefined ones. */
export function mapPreOrder(order: AccountPreOrder): PreOrder_Api_Backend {
  const { symbol, type, side, qty, limitPrice, stopPrice, stopType, duration } = order;
  const { seenPrice, currentQuotes, customFields, clientOrderId, reduceOnly, ocoGroup } = order;
  const optional = { limitPrice, stopPrice, stopType, duration, seenPrice, customFields };
  return {
    ...{ symbol, type, side },
    ...present({ qty }),
    ...present({ isClose: order.isClose, reduceOnly, ocoGroup }),
    ...present({ ...optional, clientOrderId }),
    ...mapBrackets(order),
    ...(currentQuotes && { currentQuotes: { ask: currentQuotes.ask, bid: currentQuotes.bid } }),
  } as PreOrder_Api_Backend;
}

/** An account as the server opens it; it fills in what is left out. */
export function mapAccountRequest(account: AccountRequest): NewAccount_Api_Backend {
  return { ...account } as NewAccount_Api_Backend;
}

export function mapBrackets(brackets: Brackets): Brackets_Api_Backend {
  const { takeProfit, stopLoss, guaranteedStop, trailingStopPips } = brackets;
  return present({ takeProfit, stopLoss, guaranteedStop, trailingStopPips });
}

export function mapLeverageParams(params: LeverageSetParams): LeverageSetParams_Api_Backend {
  const { symbol, orderType, side, leverage, customFields } = params;
  return { symbol, orderType, side, leverage, ...present({ customFields }) };
}

/** A quantity as the server reads it in an address: digits and a point, no exponent. */
export function mapAmount(amount: number): string {
  const text = String(decimal(amount));
  return text.includes("e") ? decimal(amount).toFixed(MOST_DECIMALS) : text;
}
