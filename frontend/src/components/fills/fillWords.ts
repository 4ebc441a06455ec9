/** A fill's explanation in words and as rows of a small table. */

import type { FillExplanation } from "@/services/brokerTerminalService";
import { formatPrice } from "../formatting/numbers";

/** How the numbers of the fill's instrument are written. */
export interface FillFormat {
  priceDecimals: number;
  /** Write a moment, with its zone. */
  time: (atMs: number) => string;
}

export interface FillRow {
  name: string;
  value: string;
}

const WIDEST = 8;

/** Write an amount with as many decimals as it has. */
function amount(value: number): string {
  const [, part = ""] = String(Number(value.toFixed(WIDEST))).split(".");
  return formatPrice(value, Math.min(WIDEST, part.length));
}

/** The price that the order was after: its own, or the middle of the quote that it took. */
export function priceBefore(told: FillExplanation): { name: string; price: number } | null {
  if (told.limit !== undefined) return { name: "the limit", price: told.limit };
  if (told.stop !== undefined) return { name: "the stop", price: told.stop };
  const shown = new Map(told.source.values.map(({ name, price }) => [name, price]));
  const [bid, ask] = [shown.get("bid"), shown.get("ask")];
  if (bid !== undefined && ask !== undefined)
    return { name: "the middle of the quote", price: (bid + ask) / 2 };
  const last = shown.get("last") ?? shown.get("open");
  return last === undefined ? null : { name: "the market", price: last };
}

/** How much worse than `before` the fill is, a unit; negative where it is better. */
export function slippage(told: FillExplanation, before: number): number {
  return told.side * (Number(told.price) - before);
}

/** Say in one sentence what happened and by which rule. */
export function fillSentence(told: FillExplanation, { priceDecimals }: FillFormat): string {
  const verb = told.side === 1 ? "Bought" : "Sold";
  const price = formatPrice(Number(told.price), priceDecimals);
  return `${verb} ${amount(Number(told.qty))} ${told.symbol} at ${price}: ${told.ruleText}.`;
}

export function fillRows(told: FillExplanation, format: FillFormat): FillRow[] {
  const rows = [marketRow(told, format), ...priceRows(told, format)];
  const sizes = [sizeRow(told), { name: "Fee", value: feeText(told) }];
  const position = `${amount(told.positionBefore)} → ${amount(told.positionAfter)}`;
  return [
    ...rows,
    ...sizes,
    { name: "Position", value: position },
    { name: "Rule", value: ruleWords(told.rule) },
    { name: "Recorded as", value: `${told.executionId}, step ${told.step}, ${told.feed}` },
  ];
}

const RULE_NAMES: Record<string, string> = {
  market_at_touch: "At the touch",
  market_at_last: "At the last price",
  limit_taking: "Limit, taking what was there",
  limit_gap: "Limit, after a gap",
  limit_reached: "Limit, reached",
  bar_open: "At the bar's open",
  bar_stop: "Stop, within the bar",
  bar_limit: "Limit, within the bar",
  bar_close: "Limit, by the bar's close",
};

/** A rule that is not known here keeps its own name. */
function ruleWords(rule: string): string {
  const name = RULE_NAMES[rule];
  return name === undefined ? rule : `${name} (${rule})`;
}

function marketRow({ source }: FillExplanation, { priceDecimals, time }: FillFormat): FillRow {
  const shown = source.values.map(
    ({ name, price }) => `${name} ${formatPrice(price, priceDecimals)}`,
  );
  const after = source.afterGap ? ", the first after time without trading" : "";
  const name = source.kind === "tick" ? "Triggered by the tick" : "Triggered by the bar";
  return { name, value: `${time(source.time)}: ${shown.join(", ")}${after}` };
}

function priceRows(told: FillExplanation, { priceDecimals }: FillFormat): FillRow[] {
  const before = priceBefore(told);
  if (before === null) return [];
  // The middle of a quote may lie between two prices of the instrument.
  const decimals = priceDecimals + (before.name === "the middle of the quote" ? 1 : 0);
  const worse = slippage(told, before.price);
  const judged = worse > 0 ? "worse" : "better";
  const size = `${formatPrice(Math.abs(worse), decimals)} ${judged} a unit`;
  return [
    { name: "Price before", value: `${formatPrice(before.price, decimals)}, ${before.name}` },
    { name: "Price after", value: formatPrice(Number(told.price), priceDecimals) },
    { name: "Slippage", value: worse === 0 ? "none" : size },
  ];
}

function sizeRow({ size, qty }: FillExplanation): FillRow {
  const name = "Liquidity consumed";
  const taken = `${amount(Number(qty))} of the order's ${amount(size.remaining)}`;
  if (size.displayed === undefined) return { name, value: `${taken}; the market tells no size` };
  const before = size.consumed > 0 ? `, ${amount(size.consumed)} of it taken before` : "";
  return { name, value: `${taken}; the market showed ${amount(size.displayed)}${before}` };
}

/** The formula with its numbers over all of the order's fills, and what came of it. */
export function feeText({ feeTerms, fee, qty, notional, before }: FillExplanation): string {
  const { fixed, perShare, rate, minimum } = feeTerms;
  const parts = [
    fixed > 0 && amount(fixed),
    perShare > 0 && `${amount(perShare)} × ${amount(before.qty + Number(qty))}`,
    rate > 0 && `${amount(rate * 100)} % × ${formatPrice(before.notional + notional, 2)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0 && minimum === 0) return "0: the account pays none";
  const least = minimum > 0 ? `, at least ${amount(minimum)} an order` : "";
  const paid = before.qty > 0 ? ", less what the order's fills before this one paid" : "";
  return `${amount(Number(fee))} = ${parts.join(" + ") || "0"}${least}${paid}`;
}

/** The whole as text, for a message to somebody else. */
export function fillText(told: FillExplanation, format: FillFormat): string {
  const rows = fillRows(told, format).map(({ name, value }) => `${name}: ${value}`);
  return [fillSentence(told, format), ...rows].join("\n");
}
