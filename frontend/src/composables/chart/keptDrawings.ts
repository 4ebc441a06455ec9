import { shallowRef, watch, type Ref } from "vue";
import { drawingsFrom } from "@/components/chart/drawings/drawing";
import { DrawingHistory } from "@/components/chart/drawings/drawingHistory";
import type { PanelContext } from "@/composables/terminal/panel";

/** The drawings of a panel's symbol, as the layout keeps them, and the way back and forth. */
export function useKeptDrawings(panel: PanelContext, symbol: Ref<string>) {
  const kept = drawingsFrom(panel.kept["drawings"]);
  const histories = new Map<string, DrawingHistory>();
  const list = shallowRef(historyOf(symbol.value).now);
  const steps = shallowRef({ back: false, forth: false });

  function historyOf(name: string): DrawingHistory {
    const known = histories.get(name) ?? new DrawingHistory(kept[name] ?? []);
    histories.set(name, known);
    return known;
  }

  function show(): void {
    const { now, canUndo, canRedo } = historyOf(symbol.value);
    list.value = now;
    steps.value = { back: canUndo, forth: canRedo };
  }

  /** Do something to the list, then draw it and keep it. */
  function act(change: (history: DrawingHistory) => void): void {
    change(historyOf(symbol.value));
    show();
    kept[symbol.value] = [...list.value];
    panel.keep({ drawings: { ...kept } });
  }

  watch(symbol, show);

  return {
    list,
    /** Whether there is a way back and forth. */
    steps,
    act,
  };
}
