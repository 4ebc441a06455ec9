/** What feeds offer beyond what the chart library knows of. */

/** Which feeds there are (`simulated`, `replay`, a vendor), and what any of them offers. */
export interface FeedFeatures {
  feed: string;
  supports_quotes: boolean;
  supports_trades: boolean;
  supports_depth: boolean;
}

/** What the feed of one symbol offers; `has_quotes` false means bids and asks that are no one's. */
export interface SymbolFeatures {
  has_quotes: boolean;
  has_trades: boolean;
  has_depth: boolean;
}
