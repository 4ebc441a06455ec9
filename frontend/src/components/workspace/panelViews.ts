import { defineAsyncComponent, type Component } from "vue";
import ChartDesk from "@/components/panels/ChartDesk.vue";
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

/** What fills each kind of panel; all but the chart load when first shown. */
export const PANEL_VIEWS: Record<PanelKind, Component> = {
  chart: ChartDesk,
  watchlist: defineAsyncComponent(LOADERS.watchlist),
  ticket: defineAsyncComponent(LOADERS.ticket),
  orders: defineAsyncComponent(LOADERS.orders),
  positions: defineAsyncComponent(LOADERS.positions),
  executions: defineAsyncComponent(LOADERS.executions),
  account: defineAsyncComponent(LOADERS.account),
  notifications: defineAsyncComponent(LOADERS.notifications),
  depth: defineAsyncComponent(LOADERS.depth),
  trades: defineAsyncComponent(LOADERS.trades),
  streams: defineAsyncComponent(LOADERS.streams),
};

export const loadPanels = (): Promise<unknown>[] => Object.values(LOADERS).map((load) => load());
