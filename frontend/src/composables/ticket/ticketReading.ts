/** What the ticket means: its fields read, converted and checked before anybody is asked. */

import type { AccountPreOrder } from "@/services/brokerTerminalService";
import { bracketPrice, isOnItsSide, stakes, type BracketBase, type Stakes } from "./brackets";
import { isOnStep, readDecimal, sendable, writeStep, ZERO, type Decimal } from "./decimal";
import { sizeOfCash, sizeOfRisk } from "./sizing";
import {
  hasLimit,
  hasStop,
  TYPES,
  type BracketName,
  type TicketField,
  type TicketForm,
} from "./ticketForm";

/** What the ticket knows of the instrument and the account. */
export interface TicketMarket {
  symbol: string;
  tick: Decimal;
  lot: Decimal;
  minQty: Decimal;
  maxQty: Decimal;
  bid: Decimal | null;
  ask: Decimal | null;
  last: Decimal | null;
  equity: Decimal | null;
  /** Unix ms. */
  now: number;
}

export type FieldProblems = Partial<Record<TicketField, string>>;

export interface TicketReading {
  /** The price that sizes and distances are measured from; null while there is none. */
  entry: Decimal | null;
  qty: Decimal | null;
  limitPrice: Decimal | null;
  stopPrice: Decimal | null;
  takeProfit: Decimal | null;
  stopLoss: Decimal | null;
  stakes: Stakes | null;
  problems: FieldProblems;
  /** Null while there is a problem. */
  order: AccountPreOrder | null;
}

/** What is read of one field: a value or a problem, or nothing where nothing is asked. */
interface Read {
  value: Decimal | null;
  problem?: string;
}

const NOTHING: Read = { value: null };

export function readTicket(form: TicketForm, market: TicketMarket): TicketReading {
  const limitPrice = hasLimit(form.type) ? readPrice(form.limitPrice, market) : NOTHING;
  const stopPrice = hasStop(form.type) ? readPrice(form.stopPrice, market) : NOTHING;
  const entry =
    limitPrice.value ?? stopPrice.value ?? (isMarket(form) ? touch(form, market) : null);
  const { qty, takeProfit, stopLoss } = readAmounts(form, market, entry);
  const expires = readExpiry(form, market.now);
  const parts = { qty, limitPrice, stopPrice, takeProfit, stopLoss, expires };
  const problems = problemsOf(parts);
  const prices = { limitPrice, stopPrice, takeProfit, stopLoss };
  const isReady = qty.value !== null && Object.keys(problems).length === 0;
  const base = entry && { side: form.side, entry, tick: market.tick, qty: qty.value };
  return {
    entry,
    qty: qty.value,
    limitPrice: limitPrice.value,
    stopPrice: stopPrice.value,
    takeProfit: takeProfit.value,
    stopLoss: stopLoss.value,
    stakes: base && stakes(base, takeProfit.value, stopLoss.value),
    problems,
    order: isReady ? orderOf(form, market.symbol, { qty, ...prices }) : null,
  };
}

/** The price that an order of this side meets now. */
export function touch({ side }: TicketForm, market: TicketMarket): Decimal | null {
  return (side === 1 ? market.ask : market.bid) ?? market.last;
}

function isMarket({ type }: TicketForm): boolean {
  return type === TYPES.market;
}

/** Money needs the quantity, and a quantity by risk needs the stop: each is read when it can be. */
function readAmounts(form: TicketForm, market: TicketMarket, entry: Decimal | null) {
  const needsQty = form.stopLoss.unit === "money";
  const early = needsQty
    ? NOTHING
    : readBracket(form, market, { name: "stopLoss", entry, qty: null });
  const qty = readQty(form, market, entry, early.value);
  const known = { entry, qty: qty.value };
  const stopLoss = needsQty ? readBracket(form, market, { name: "stopLoss", ...known }) : early;
  const takeProfit = readBracket(form, market, { name: "takeProfit", ...known });
  return { qty, takeProfit, stopLoss };
}

function readPrice(text: string, { tick }: TicketMarket): Read {
  if (text.trim() === "") return problem("A price is needed.");
  const value = readDecimal(text);
  return value ? checkedPrice(value, tick) : problem("Write a number such as 186.50.");
}

function checkedPrice(value: Decimal, tick: Decimal): Read {
  if (!value.gt(ZERO)) return problem("Above 0.");
  if (!isOnStep(value, tick)) return problem(`In steps of ${writeStep(tick, tick)}.`);
  return sendable(value) === null ? problem("Too many digits.") : { value };
}

function readQty(
  form: TicketForm,
  market: TicketMarket,
  entry: Decimal | null,
  stopLoss: Decimal | null,
): Read {
  const { unit, text } = form.quantity;
  if (text.trim() === "") return problem("A quantity is needed.");
  const amount = readDecimal(text);
  if (!amount) return problem("Write a number such as 100.");
  if (unit === "size") return checkedQty(amount, market);
  if (!entry) return problem("Needs a price first.");
  if (unit === "cash") return checkedSize(sizeOfCash(amount, entry, market.lot), market);
  if (form.stopLoss.unit === "money") return problem("By risk, the stop loss needs a price.");
  if (!stopLoss) return problem("By risk, a stop loss is needed.");
  if (!market.equity) return problem("The account's equity is not known yet.");
  const base = { equity: market.equity, entry, stopLoss, lot: market.lot };
  return checkedSize(sizeOfRisk(amount, base), market);
}

function checkedSize(size: Decimal | null, market: TicketMarket): Read {
  const least = writeStep(market.minQty, market.lot);
  if (!size || size.lt(market.minQty)) return problem(`Too little: it buys less than ${least}.`);
  return checkedQty(size, market);
}

function checkedQty(value: Decimal, { lot, minQty, maxQty }: TicketMarket): Read {
  if (value.lt(minQty)) return problem(`At least ${writeStep(minQty, lot)}.`);
  if (value.gt(maxQty)) return problem(`At most ${writeStep(maxQty, lot)}.`);
  if (!isOnStep(value, lot)) return problem(`In steps of ${writeStep(lot, lot)}.`);
  return sendable(value) === null ? problem("Too many digits.") : { value };
}

function readBracket(
  form: TicketForm,
  market: TicketMarket,
  known: { name: BracketName; entry: Decimal | null; qty: Decimal | null },
): Read {
  const { on, unit, text } = form[known.name];
  if (!on) return NOTHING;
  if (text.trim() === "") return problem(unit === "price" ? "A price is needed." : "How far?");
  const amount = readDecimal(text);
  if (!amount) return problem("Write a number such as 2.5.");
  if (unit === "ticks" && !amount.eq(amount.round(0, 0))) return problem("Whole ticks.");
  if (!known.entry) return unit === "price" ? checkedPrice(amount, market.tick) : waitsForEntry();
  const base = { side: form.side, entry: known.entry, tick: market.tick, qty: known.qty };
  return placedBracket(base, known.name, bracketPrice(base, known.name, unit, amount));
}

function placedBracket(base: BracketBase, name: BracketName, price: Decimal | null): Read {
  if (!price) return problem("Needs a quantity first.");
  const checked = checkedPrice(price, base.tick);
  if (checked.problem || isOnItsSide(base, name, price)) return checked;
  const where = (base.side === 1) === (name === "takeProfit") ? "above" : "below";
  return problem(`Must lie ${where} ${writeStep(base.entry, base.tick)}.`);
}

function waitsForEntry(): Read {
  return problem("Needs the order's price first.");
}

/** The end of a GTD order as Unix ms, which a decimal holds as well. */
function readExpiry({ duration, expires }: TicketForm, now: number): Read {
  if (duration !== "GTD") return NOTHING;
  const at = Date.parse(expires);
  if (Number.isNaN(at)) return problem("A date and a time are needed.");
  return at > now ? NOTHING : problem("In the future.");
}

function problemsOf(parts: Partial<Record<TicketField, Read>>): FieldProblems {
  const found = Object.entries(parts).filter(([, read]) => read.problem !== undefined);
  return Object.fromEntries(found.map(([name, read]) => [name, read.problem]));
}

function orderOf(form: TicketForm, symbol: string, amounts: Record<string, Read>): AccountPreOrder {
  const numbers = Object.entries(amounts).filter(([, { value }]) => value !== null);
  const { duration, reduceOnly } = form;
  const group = form.ocoGroup.trim();
  const datetime = duration === "GTD" ? Date.parse(form.expires) : undefined;
  return {
    symbol,
    type: form.type,
    side: form.side,
    ...Object.fromEntries(numbers.map(([name, { value }]) => [name, value && sendable(value)])),
    duration: { type: duration, ...(datetime !== undefined && { datetime }) },
    ...(reduceOnly && { reduceOnly }),
    ...(group && { ocoGroup: group }),
  } as AccountPreOrder;
}

function problem(text: string): Read {
  return { value: null, problem: text };
}
