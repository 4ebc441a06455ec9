import { loadPanels } from "./panelViews";

export const loadPalette = () => import("@/components/palette/CommandPalette.vue");
export const loadLayouts = () => import("@/components/layouts/LayoutsDialog.vue");

/** Fetch what is not shown yet while the page idles: a server that is gone could not send it. */
export function loadRestWhenIdle(): void {
  const load = (): void => {
    // What fails now is asked for again when it is shown.
    void Promise.allSettled([...loadPanels(), loadPalette(), loadLayouts()]);
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 3000 });
  else setTimeout(load, 3000);
}
