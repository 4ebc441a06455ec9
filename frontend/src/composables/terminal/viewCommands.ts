import type { Ref } from "vue";
import { offerCommands, type Command } from "./commands";
import { PANEL_TITLES, REPEATABLE, type PanelKind } from "./panelKinds";
import type { Terminal } from "./terminal";

/** The dialogs of the page, which a command opens. */
export interface Dialogs {
  searching: Ref<boolean>;
  palette: Ref<boolean>;
  layouts: Ref<boolean>;
}

/** Offer what concerns the screen itself: symbols, panels, layouts, looks. */
export function offerViewCommands(terminal: Terminal, dialogs: Dialogs, toggle: () => void): void {
  const { commands, workspace, settings } = terminal;
  const togglePalette = (): void => {
    const now = settings.value.palette;
    settings.value.palette = now === "standard" ? "colourBlind" : "standard";
  };
  offerCommands(
    commands,
    {
      id: "symbol.search",
      title: "Search for a symbol",
      group: "Chart",
      keys: "/",
      run: () => (dialogs.searching.value = true),
    },
    {
      id: "palette",
      title: "Show all commands",
      group: "Help",
      keys: "Mod+k",
      run: () => (dialogs.palette.value = true),
    },
    ...panelCommands(terminal),
    {
      id: "layouts",
      title: "Open or save a layout…",
      group: "Layouts",
      run: () => (dialogs.layouts.value = true),
    },
    {
      id: "layout.reset",
      title: "Back to the first layout",
      group: "Layouts",
      run: () => workspace.value?.reset(),
    },
    { id: "theme", title: "Light or dark", group: "View", run: toggle },
    {
      id: "palette.colours",
      title: "Blue and orange, or back",
      group: "View",
      also: "colour blind color",
      run: togglePalette,
    },
  );
}

function panelCommands({ workspace }: Terminal): Command[] {
  const kinds = Object.keys(PANEL_TITLES) as PanelKind[];
  const shown = kinds.map((kind) => ({
    id: `panel.${kind}`,
    title: `Show ${PANEL_TITLES[kind].toLowerCase()}`,
    also: ALSO[kind] ?? "",
    group: "Panels" as const,
    run: () => workspace.value?.show(kind),
  }));
  const added = [...REPEATABLE].map((kind) => ({
    id: `panel.add.${kind}`,
    title: `Add another ${PANEL_TITLES[kind].toLowerCase()}`,
    group: "Panels" as const,
    // Of another colour: it is there for another symbol, which a book or a tape may follow too.
    run: () => workspace.value?.add(kind, "green"),
  }));
  return [...shown, ...added];
}

const ALSO: Partial<Record<PanelKind, string>> = {
  depth: "order depth ladder",
  trades: "time sales tape",
  notifications: "notifications messages",
};
