/** What an order ticket knows of an instrument, from the datafeed. */

import type {
  InstrumentInfo,
  IsTradableResult,
  LibrarySymbolInfo,
} from "@public/trading_terminal/charting_library";
import { ApiError } from "@/plugins/apiAnswer";

/** Limit, market, stop, stop-limit. */
const ORDER_TYPES = [1, 2, 3, 4];
export const DURATIONS = ["DAY", "GTC", "GTD", "IOC", "FOK"];
const MOST = 1e9;

/** Whoever knows the symbols. */
export interface SymbolSource {
  resolve(symbol: string): Promise<LibrarySymbolInfo>;
}

export class Instruments {
  private readonly resolved = new Map<string, Promise<LibrarySymbolInfo>>();

  constructor(private readonly source: SymbolSource) {}

  async info(symbol: string): Promise<InstrumentInfo> {
    const known = await this.resolve(symbol);
    const tick = known.minmov / known.pricescale;
    // Read as a decimal: a power would be off by the last bit.
    const step = Number(`1e-${known.volume_precision ?? 0}`);
    return {
      qty: { min: step, max: MOST, step, default: 1 },
      pipValue: tick,
      pipSize: tick,
      minTick: tick,
      type: known.type,
      description: known.description,
      allowedOrderTypes: ORDER_TYPES,
      allowedDurations: DURATIONS,
      ...(known.currency_code !== undefined && { currency: known.currency_code }),
    };
  }

  /** Whether orders for the symbol are taken at all; if not, why. */
  async tradable(symbol: string): Promise<IsTradableResult> {
    try {
      const { expired } = await this.resolve(symbol);
      return expired === true ? { tradable: false, reason: "it has expired" } : { tradable: true };
    } catch (error) {
      if (error instanceof ApiError && !error.temporary) {
        return { tradable: false, reason: error.message };
      }
      throw error;
    }
  }

  private resolve(symbol: string): Promise<LibrarySymbolInfo> {
    const known = this.resolved.get(symbol);
    if (known !== undefined) return known;
    const asked = this.source.resolve(symbol);
    this.resolved.set(symbol, asked);
    // What failed is asked for again the next time.
    asked.catch(() => this.resolved.delete(symbol));
    return asked;
  }
}
