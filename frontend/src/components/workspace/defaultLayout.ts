import type { DockviewApi } from "dockview";
import { PANEL_TITLES, type PanelKind } from "@/composables/terminal/panelKinds";
import type { LinkColour } from "@/composables/terminal/links";

/** What a panel is made with; it is stored in the layout. */
export interface PanelParams {
  kind: PanelKind;
  colour: LinkColour | null;
  kept: Record<string, unknown>;
}

const RIGHT_WIDTH = 320;
const BOTTOM_HEIGHT = 220;
/** Part of the height: at 900 px a ticket with both brackets open, and ten symbols above it. */
const TICKET_SHARE = 0.57;

export const panelOptions = (kind: PanelKind, colour: LinkColour | null, id: string = kind) => ({
  id,
  component: "panel",
  title: PANEL_TITLES[kind],
  params: { kind, colour, kept: {} } satisfies PanelParams,
});

/** The chart, what is watched and traded beside it, and the account below. */
export function makeFirstLayout(api: DockviewApi): void {
  const linked = (kind: PanelKind) => panelOptions(kind, "blue");
  const chart = api.addPanel(linked("chart"));
  const beside = { referencePanel: chart, direction: "right" } as const;
  const watchlist = api.addPanel({
    ...linked("watchlist"),
    position: beside,
    initialWidth: RIGHT_WIDTH,
  });
  const inWatch = { referencePanel: watchlist, direction: "within" } as const;
  api.addPanel({ ...linked("depth"), position: inWatch, inactive: true });
  api.addPanel({ ...linked("trades"), position: inWatch, inactive: true });
  const below = { referencePanel: watchlist, direction: "below" } as const;
  const initialHeight = Math.round(api.height * TICKET_SHARE);
  api.addPanel({ ...linked("ticket"), position: below, initialHeight });
  addAccountPanels(api, chart.id);
}

function addAccountPanels(api: DockviewApi, chartId: string): void {
  const [first, ...others] = [
    "orders",
    "positions",
    "executions",
    "account",
    "notifications",
  ] as const;
  const position = { referencePanel: chartId, direction: "below" } as const;
  const orders = api.addPanel({
    ...panelOptions(first, "blue"),
    position,
    initialHeight: BOTTOM_HEIGHT,
  });
  const within = { referencePanel: orders, direction: "within" } as const;
  others.forEach((kind) =>
    api.addPanel({ ...panelOptions(kind, "blue"), position: within, inactive: true }),
  );
}
