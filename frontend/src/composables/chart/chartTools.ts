import { computed, ref, watch, type Ref } from "vue";
import type { ChartHost } from "@/components/chart/chartHost";
import type { Market } from "@/composables/market";
import type { useReadings } from "@/composables/readings";
import type { PanelContext } from "@/composables/terminal/panel";
import { useDrawings } from "./drawings";
import { useLinkedCrosshair } from "./linkedCrosshair";
import { useStudies } from "./studies";
import { useView } from "./view";

export type ChartTools = ReturnType<typeof useChartTools>;

/** What a chart can do beside its bars: indicators, drawings, ways to look at it. */
export function useChartTools(
  host: Readonly<Ref<ChartHost | null>>,
  panel: PanelContext,
  { chosen }: Market,
  { hovered }: ReturnType<typeof useReadings>,
  wide: boolean,
) {
  const studies = useStudies(host, panel, hovered);
  const drawings = useDrawings(host, panel, chosen.symbol);
  const view = useView(host, panel, chosen);
  const hover = useLinkedCrosshair(host, panel, hovered);
  const toolbar = ref(panel.kept["toolbar"] === undefined ? wide : panel.kept["toolbar"] === true);
  watch(toolbar, (open) => panel.keep({ toolbar: open }));

  return {
    studies,
    drawings,
    view,
    hover,
    /** Whether the tools at the left edge can be seen. */
    toolbar,
    ready: computed(() => host.value !== null),
    toggleToolbar(): void {
      const own = host.value?.own;
      if (own) own.toggleTools();
      else toolbar.value = !toolbar.value;
    },
  };
}
