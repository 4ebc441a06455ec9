import { watch, type Ref, type ShallowRef } from "vue";
import type { ChartHost, HoveredBar } from "@/components/chart/chartHost";
import { oncePerFrame } from "@/composables/account/oncePerFrame";
import type { PanelContext } from "@/composables/terminal/panel";

/** Point at the same moment in all charts of a colour; return what to do with a bar pointed at. */
export function useLinkedCrosshair(
  host: Readonly<Ref<ChartHost | null>>,
  panel: PanelContext,
  hovered: ShallowRef<HoveredBar | null>,
): (bar: HoveredBar | null) => void {
  let own: HoveredBar | null = null;
  const tell = oncePerFrame(() => {
    const { crosshair } = panel.link.value;
    const time = own?.bar.time ?? null;
    if (time !== null) crosshair.value = { time, from: panel.id };
    else if (crosshair.value?.from === panel.id) crosshair.value = null;
  });

  watch(
    () => panel.link.value.crosshair.value,
    (told) => {
      if (told?.from === panel.id || own !== null || !panel.visible.value) return;
      hovered.value = host.value?.view.point(told?.time ?? null) ?? null;
    },
  );

  return (bar) => {
    const left = own !== null && bar === null;
    own = bar;
    // A tick also says that no bar is pointed at: that is no reason to forget the other chart.
    const told = left ? null : panel.link.value.crosshair.value;
    const other = told && told.from !== panel.id ? told.time : null;
    hovered.value = bar ?? (other === null ? null : (host.value?.view.point(other) ?? null));
    tell();
  };
}
