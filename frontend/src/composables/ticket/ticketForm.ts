/** What a trader enters into the ticket, as it stands in its fields. */

import type { Order, Side } from "@public/trading_terminal/charting_library";
import type { TicketDraft } from "@/composables/terminal/tickets";

export const TYPES = { limit: 1, market: 2, stop: 3, stopLimit: 4 } as const;
export type OrderType = Order["type"];
export const TYPE_NAMES: Record<number, string> = {
  1: "Limit",
  2: "Market",
  3: "Stop",
  4: "Stop limit",
};

export const DURATIONS = {
  GTC: "Until canceled",
  DAY: "Day",
  GTD: "Until a date",
  IOC: "Immediate or cancel",
  FOK: "Fill or kill",
} as const;
export type Duration = keyof typeof DURATIONS;

/** What the quantity is told by. */
export type QuantityUnit = "size" | "cash" | "risk";
/** What a take profit or a stop loss is told by: itself, or its distance from the entry. */
export type BracketUnit = "price" | "ticks" | "percent" | "money";

/** Where a problem is shown; the names are those of the request. */
export const FIELDS = [
  "qty",
  "limitPrice",
  "stopPrice",
  "takeProfit",
  "stopLoss",
  "duration",
  "expires",
  "reduceOnly",
  "ocoGroup",
] as const;
export type TicketField = (typeof FIELDS)[number];
export type BracketName = "takeProfit" | "stopLoss";

export interface BracketEntry {
  on: boolean;
  unit: BracketUnit;
  text: string;
}

export interface TicketForm {
  side: Side;
  type: OrderType;
  quantity: { unit: QuantityUnit; text: string };
  limitPrice: string;
  stopPrice: string;
  takeProfit: BracketEntry;
  stopLoss: BracketEntry;
  duration: Duration;
  /** As a `datetime-local` field has it, in the reader's own time. */
  expires: string;
  reduceOnly: boolean;
  ocoGroup: string;
}

export const hasLimit = (type: OrderType): boolean =>
  type === TYPES.limit || type === TYPES.stopLimit;
export const hasStop = (type: OrderType): boolean =>
  type === TYPES.stop || type === TYPES.stopLimit;

/** What an order of the type may last; one with a stop cannot be immediate. */
export function durationsOf(type: OrderType): Duration[] {
  const all = Object.keys(DURATIONS) as Duration[];
  return hasStop(type) ? all.filter((each) => each !== "IOC" && each !== "FOK") : all;
}

export function emptyForm(quantity = ""): TicketForm {
  return {
    side: 1,
    type: TYPES.market,
    quantity: { unit: "size", text: quantity },
    limitPrice: "",
    stopPrice: "",
    takeProfit: { on: false, unit: "price", text: "" },
    stopLoss: { on: false, unit: "price", text: "" },
    duration: "GTC",
    expires: "",
    reduceOnly: false,
    ocoGroup: "",
  };
}

/** Take what a draft says; the rest stays as it is, but for prices, which belong to one order. */
export function filled(form: TicketForm, draft: TicketDraft): TicketForm {
  const given = draft.modifies ? { ...draft.modifies, ...draft } : draft;
  const type = given.type ?? typeFor(given) ?? form.type;
  return {
    ...form,
    side: given.side ?? form.side,
    type,
    quantity: given.qty === undefined ? form.quantity : { unit: "size", text: text(given.qty) },
    limitPrice: text(given.limitPrice),
    stopPrice: text(given.stopPrice),
    takeProfit: bracket(form.takeProfit, given.takeProfit),
    stopLoss: bracket(form.stopLoss, given.stopLoss),
    ...durationOf(form, draft, type),
    reduceOnly: draft.modifies ? form.reduceOnly : false,
    ocoGroup: "",
  };
}

/** Wait for a price that was pointed at; what has no limit price becomes a limit order. */
export function priced(form: TicketForm, price: number): TicketForm {
  const type = hasLimit(form.type) ? form.type : TYPES.limit;
  return { ...form, type, limitPrice: text(price), stopPrice: hasStop(type) ? form.stopPrice : "" };
}

/** Keep type, quantity and duration for the next order; prices belonged to the last one. */
export function nextForm(form: TicketForm): TicketForm {
  return filled(form, { symbol: "" });
}

/** Take what an order says by now; what was edited since the form was filled from it stays. */
export function rebased(form: TicketForm, seen: Order, now: Order): TicketForm {
  const { symbol } = seen;
  const [was, is] = [seen, now].map((modifies) => filled(form, { symbol, modifies }));
  const members = ["quantity", "limitPrice", "stopPrice", "takeProfit", "stopLoss"] as const;
  const untouched = members.filter(
    (name) => JSON.stringify(form[name]) === JSON.stringify(was?.[name]),
  );
  return { ...form, ...Object.fromEntries(untouched.map((name) => [name, is?.[name]])) };
}

function durationOf(form: TicketForm, { modifies }: TicketDraft, type: OrderType) {
  const wanted = modifies ? ((modifies.duration?.type ?? "GTC") as Duration) : form.duration;
  const duration = durationsOf(type).includes(wanted) ? wanted : "GTC";
  const end = modifies?.duration?.datetime;
  return { duration, expires: end === undefined ? form.expires : localText(end) };
}

/** A moment as a `datetime-local` field has it, to the minute. */
export function localText(at: number): string {
  const shifted = at - new Date(at).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}

/** A draft with prices and no type means the order that takes them. */
function typeFor({ limitPrice, stopPrice }: Partial<TicketDraft>): OrderType | null {
  if (limitPrice !== undefined && stopPrice !== undefined) return TYPES.stopLimit;
  if (limitPrice !== undefined) return TYPES.limit;
  return stopPrice === undefined ? null : TYPES.stop;
}

function bracket(entry: BracketEntry, price: number | undefined): BracketEntry {
  if (price === undefined) return { ...entry, on: false, text: "" };
  return { on: true, unit: "price", text: text(price) };
}

function text(value: number | undefined): string {
  return value === undefined ? "" : plain(value);
}

/** A number without an exponent: a field is read digit by digit. */
function plain(value: number): string {
  const written = String(value);
  return written.includes("e") ? value.toFixed(18).replace(/\.?0+$/, "") : written;
}
