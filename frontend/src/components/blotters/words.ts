/** Cells of blotters in words. */

import { formatPrice } from "@/components/formatting/numbers";
import { dateFormat } from "@/components/formatting/formats";
import { nameZone } from "@/components/formatting/times";
import type { Tone } from "@/components/table/columns";
import type { InstrumentFacts } from "@/composables/blotters/instrumentFacts";
import { quantityText } from "@/composables/trading/lineWords";

export type FactsOf = (symbol: string) => InstrumentFacts;

export const DASH = "–";
export const MONEY_DECIMALS = 2;

export const sideWord = (side: number): string => (side === 1 ? "Buy" : "Sell");
export const sideTone = (side: number): Tone => (side === 1 ? "up" : "down");

export function priceText(price: number | null | undefined, decimals: number): string {
  return price == null ? DASH : formatPrice(price, decimals);
}

/** Write `4 / 10` while a part is filled, or the quantity alone. */
export function filledText(filled: number, qty: number): string {
  return filled > 0 && filled < qty
    ? `${quantityText(filled)} / ${quantityText(qty)}`
    : quantityText(filled);
}

/** Write a moment, `23 Nov 09:30:07`, in a zone. */
export function stampText(ms: number | null, zone: string): string {
  if (ms === null) return DASH;
  const date = dateFormat({ day: "numeric", month: "short", timeZone: zone }).format(ms);
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return `${date} ${dateFormat({ ...clock, hourCycle: "h23", timeZone: zone }).format(ms)}`;
}

/** Name the zone of a column: `New York`, or that each row has its exchange's. */
export function zoneWords(zones: readonly string[]): string {
  const [zone = "UTC", ...others] = new Set(zones);
  return others.length > 0 ? "of the exchange" : nameZone(zone, 0).replace(/ UTC.*$/, "");
}

/** Say in which zone a moment is written, and when it was in UTC. */
export function stampHint(ms: number | null, zone: string): string | undefined {
  return ms === null ? undefined : `${new Date(ms).toISOString()} · ${nameZone(zone, ms)}`;
}
