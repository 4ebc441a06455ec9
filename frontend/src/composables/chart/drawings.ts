import { computed, ref, shallowRef, watch, type Ref } from "vue";
import type { ChartHost } from "@/components/chart/chartHost";
import type {
  Drawing,
  DrawingColor,
  DrawingEvents,
  DrawingManners,
} from "@/components/chart/drawings/drawing";
import type { ToolName } from "@/components/chart/drawings/tools";
import type { PanelContext } from "@/composables/terminal/panel";
import { useKeptDrawings } from "./keptDrawings";

export type Drawings = ReturnType<typeof useDrawings>;

/** The drawings of one chart, those of a symbol at a time: kept by the layout, drawn and changed. */
export function useDrawings(
  host: Readonly<Ref<ChartHost | null>>,
  panel: PanelContext,
  symbol: Ref<string>,
) {
  const { list, steps, act } = useKeptDrawings(panel, symbol);
  const magnet = panel.kept["magnet"] === true;
  const manners = shallowRef<DrawingManners>({ magnet, hidden: false });
  const color = shallowRef<DrawingColor>("accent");
  const selectedId = ref<string | null>(null);
  const selected = computed(() => list.value.find(({ id }) => id === selectedId.value) ?? null);

  function change(id: string, members: Partial<Drawing>): void {
    const known = list.value.find((one) => one.id === id);
    const changed = JSON.stringify({ ...known, ...members }) !== JSON.stringify(known);
    if (known && changed) act((all) => all.change(id, members));
  }

  const pen = usePen(host, {
    onDrawn: (drawing) => drawing && act((all) => all.add(drawing)),
    onMoved: (id, points) => change(id, { points }),
    onSelected: (id) => (selectedId.value = id),
  });
  watch(symbol, () => {
    pen.cancel();
    selectedId.value = null;
  });
  watch([host, list, manners], ([chart, all, how]) => chart?.drawings?.show(all, how));
  watch(manners, (how) => panel.keep({ magnet: how.magnet }));

  return {
    list,
    steps,
    manners,
    color,
    selected,
    tool: pen.tool,
    cancel: pen.cancel,
    change,
    start(name: ToolName): void {
      manners.value = { ...manners.value, hidden: false };
      pen.start(name, color.value);
    },
    /** Give the selected one a colour, and each that is drawn from now on. */
    paint(name: DrawingColor): void {
      color.value = name;
      if (selected.value) change(selected.value.id, { color: name });
    },
    remove: (id: string) => act((all) => all.remove(id)),
    clear: () => act((all) => all.clear()),
    undo: () => act((all) => all.undo()),
    redo: () => act((all) => all.redo()),
  };
}

/** What the pointer draws with. */
function usePen(host: Readonly<Ref<ChartHost | null>>, events: DrawingEvents) {
  const tool = shallowRef<ToolName | null>(null);
  watch(host, (chart) =>
    chart?.drawings?.listen({
      ...events,
      onDrawn(drawing) {
        tool.value = null;
        events.onDrawn(drawing);
      },
    }),
  );

  return {
    tool,
    start(name: ToolName, color: DrawingColor): void {
      const id = crypto.randomUUID();
      host.value?.drawings?.start({ id, tool: name, color, locked: false, text: "" });
      tool.value = name;
    },
    cancel: () => host.value?.drawings?.cancel(),
  };
}
