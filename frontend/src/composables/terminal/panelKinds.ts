/** What a workspace is made of: its names are in saved layouts and never change. */
export const PANEL_TITLES = {
  chart: "Chart",
  watchlist: "Watchlist",
  ticket: "Order ticket",
  orders: "Orders",
  positions: "Positions",
  executions: "Executions",
  account: "Account",
  notifications: "Log",
  depth: "Book",
  trades: "Trades",
  streams: "Streams",
} as const;

export type PanelKind = keyof typeof PANEL_TITLES;

/** Of these a workspace may hold several. */
export const REPEATABLE: ReadonlySet<PanelKind> = new Set(["chart", "depth", "trades"]);

export const isPanelKind = (name: string): name is PanelKind => name in PANEL_TITLES;
