import { nextTick, ref, shallowRef, watch, type Ref } from "vue";
import type { ChartHost } from "@/components/chart/chartHost";
import { viewFrom, type ViewSettings } from "@/components/chart/view/chartView";
import { resolutionFor, type Range } from "@/components/chart/view/ranges";
import type { Market } from "@/composables/market";
import type { PanelContext } from "@/composables/terminal/panel";

export type View = ReturnType<typeof useView>;

/** How one chart is looked at: kept by the layout. */
export function useView(
  host: Readonly<Ref<ChartHost | null>>,
  panel: PanelContext,
  chosen: Market["chosen"],
  now: () => number = Date.now,
) {
  const settings = shallowRef(viewFrom(panel.kept["view"]));
  /** The range that was shown last; a change of symbol or resolution ends it. */
  const range = ref<string | null>(null);
  const goingTo = ref(false);

  watch([host, settings], ([chart, view]) => chart?.view.apply(view));
  watch(settings, (view) => panel.keep({ view }));
  watch([chosen.symbol, chosen.resolution], () => (range.value = null));

  async function show(wanted: Range): Promise<void> {
    const resolution = resolutionFor(wanted, chosen.resolutions.value);
    if (resolution !== null) chosen.chooseResolution(resolution);
    // The chart turns to another resolution first.
    await nextTick();
    host.value?.view.showFrom(wanted.from(now()));
    range.value = wanted.name;
  }

  return {
    settings,
    range,
    goingTo,
    show,
    change: (members: Partial<ViewSettings>) =>
      void (settings.value = { ...settings.value, ...members }),
    goTo: (time: number) => host.value?.view.goTo(time),
    autoScale: () => host.value?.view.autoScale(),
    picture: () => host.value?.view.picture() ?? Promise.resolve(null),
  };
}
