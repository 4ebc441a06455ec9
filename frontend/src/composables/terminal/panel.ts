import { inject, type InjectionKey, type Ref } from "vue";
import type { LinkColour, LinkGroup } from "./links";

/** What a panel knows of its place in the workspace. */
export interface PanelContext {
  id: string;
  /** Whether it can be seen: a tab that is hidden needs no stream. */
  visible: Ref<boolean>;
  colour: Ref<LinkColour | null>;
  /** The symbol and the moment it shares; another one when its colour changes. */
  link: Ref<LinkGroup>;
  /** What the panel has kept in the layout, as plain JSON. */
  kept: Readonly<Record<string, unknown>>;
  /** Keep these members in the layout, beside those that are kept. */
  keep(members: Record<string, unknown>): void;
  /** Write the tab. */
  entitle(title: string): void;
}

export const panelKey: InjectionKey<PanelContext> = Symbol("panel");

export function usePanel(): PanelContext {
  const panel = inject(panelKey);
  if (!panel) throw new Error("this component stands in no panel");
  return panel;
}
