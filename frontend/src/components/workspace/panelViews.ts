import { defineAsyncComponent, type Component } from "vue";
import ChartDesk from "@/components/panels/ChartDesk.vue";
import PanelMissing from "@/components/panels/PanelMissing.vue";
import type { PanelKind } from "@/composables/terminal/panelKinds";

const LOADERS = {
  watchlist: () => import("@/components/panels/WatchlistPanel.vue"),
  ticket: () => import("@/components/panels/TicketPanel.vue"),
  orders: () => import("@/components/panels/OrdersPanel.vue"),
  positions: () => import("@/components/panels/PositionsPanel.vue"),
  executions: () => import("@/components/panels/ExecutionsPanel.vue"),
  account: () => import("@/components/panels/AccountPanel.vue"),
  notifications: () => import("@/components/panels/NotificationsPanel.vue"),
  depth: () => import("@/components/panels/DepthPanel.vue"),
  trades: () => import("@/components/panels/TradesTapePanel.vue"),
  streams: () => import("@/components/panels/StreamsPanel.vue"),
};

const later = (loader: () => Promise<Component>): Component =>
  defineAsyncComponent({ loader, errorComponent: PanelMissing });

/** What fills each kind of panel; all but the chart load when first shown. */
export const PANEL_VIEWS: Record<PanelKind, Component> = {
  chart: ChartDesk,
  watchlist: later(LOADERS.watchlist),
  ticket: later(LOADERS.ticket),
  orders: later(LOADERS.orders),
  positions: later(LOADERS.positions),
  executions: later(LOADERS.executions),
  account: later(LOADERS.account),
  notifications: later(LOADERS.notifications),
  depth: later(LOADERS.depth),
  trades: later(LOADERS.trades),
  streams: later(LOADERS.streams),
};

export const loadPanels = (): Promise<unknown>[] => Object.values(LOADERS).map((load) => load());
