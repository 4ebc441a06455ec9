/** How fresh the prices of a symbol are, as the server judges it; times are the feed's, Unix ms. */
export interface MarketFreshness {
  symbol: string;
  state: "live" | "quiet" | "stale" | "closed" | "halted";
  since: number;
  /** The silence after which it is stale, in session. */
  staleAfterMs: number;
  /** When trading goes on, or stops; null where it does not. */
  nextOpen: number | null;
  nextClose: number | null;
  /** Why it is halted, or why nothing comes. */
  reason: string | null;
}
