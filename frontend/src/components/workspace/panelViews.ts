import { defineAsyncComponent, type Component } from "vue";
import ChartDesk from "@/components/panels/ChartDesk.vue";
import type { PanelKind } from "@/composables/terminal/panelKinds";

/** What fills each kind of panel; all but the chart load when first shown. */
export const PANEL_VIEWS: Record<PanelKind, Component> = {
  chart: ChartDesk,
  watchlist: defineAsyncComponent(() => import("@/components/panels/WatchlistPanel.vue")),
  ticket: defineAsyncComponent(() => import("@/components/panels/TicketPanel.vue")),
  orders: defineAsyncComponent(() => import("@/components/panels/OrdersPanel.vue")),
  positions: defineAsyncComponent(() => import("@/components/panels/PositionsPanel.vue")),
  executions: defineAsyncComponent(() => import("@/components/panels/ExecutionsPanel.vue")),
  account: defineAsyncComponent(() => import("@/components/panels/AccountPanel.vue")),
  notifications: defineAsyncComponent(() => import("@/components/panels/NotificationsPanel.vue")),
  depth: defineAsyncComponent(() => import("@/components/panels/DepthPanel.vue")),
  trades: defineAsyncComponent(() => import("@/components/panels/TradesTapePanel.vue")),
  streams: defineAsyncComponent(() => import("@/components/panels/StreamsPanel.vue")),
};
