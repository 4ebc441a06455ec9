import type { RemovableRef } from "@vueuse/core";
import { inject, shallowRef, type InjectionKey, type ShallowRef } from "vue";
import type { ChartControls } from "@/components/chart/chartHost";
import type { ChartTools } from "@/composables/chart/chartTools";
import type { Market } from "@/composables/market";
import type { useReadings } from "@/composables/readings";
import { Commands } from "./commands";
import { Links, type LinkColour, type LinkGroup } from "./links";
import type { PanelKind } from "./panelKinds";
import { useSettings, type Settings } from "./settings";
import { Tickets } from "./tickets";

/** The chart that the top bar, the palette and the keyboard speak to. */
export interface ActiveChart {
  panelId: string;
  market: Market;
  readings: ReturnType<typeof useReadings>;
  tools: ChartTools;
  link: LinkGroup;
  controls(): ChartControls | null;
  goLive(): void;
}

/** What the workspace can be asked for; a phone shows one panel at a time. */
export interface WorkspaceControls {
  /** Show the panel of this kind, making it where there is none. */
  show(kind: PanelKind): void;
  /** Add another one, of a colour of its own or of none. */
  add(kind: PanelKind, colour?: LinkColour | null): void;
  /** The layout as plain JSON. */
  layout(): unknown;
  restore(layout: unknown): void;
  /** Go back to the first layout. */
  reset(): void;
}

/** What the page's address asks of the first chart. */
export interface AskedChart {
  symbol?: string | undefined;
  resolution?: string | undefined;
}

/** What the parts of the screen share. */
export interface Terminal {
  /** Return what the address asks for, once: the first chart shows it. */
  takeAsked(): AskedChart;
  links: Links;
  commands: Commands;
  settings: RemovableRef<Settings>;
  tickets: Tickets;
  active: ShallowRef<ActiveChart | null>;
  workspace: ShallowRef<WorkspaceControls | null>;
}

export const terminalKey: InjectionKey<Terminal> = Symbol("terminal");

export function newTerminal(firstSymbol: string, asked: AskedChart): Terminal {
  const workspace = shallowRef<WorkspaceControls | null>(null);
  let untaken = asked;
  return {
    takeAsked() {
      const taken = untaken;
      untaken = {};
      return taken;
    },
    links: new Links(firstSymbol),
    commands: new Commands(),
    settings: useSettings(),
    tickets: new Tickets(() => workspace.value?.show("ticket")),
    active: shallowRef(null),
    workspace,
  };
}

export function useTerminal(): Terminal {
  const terminal = inject(terminalKey);
  if (!terminal) throw new Error("no terminal was provided to this component");
  return terminal;
}
