import { useIntervalFn } from "@vueuse/core";
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import type { ChartHost, HoveredBar } from "@/components/chart/chartHost";
import {
  newStudy,
  studiesFrom,
  type Study,
  type StudyReading,
} from "@/components/chart/studies/study";
import type { PanelContext } from "@/composables/terminal/panel";

/** Values of indicators are read so often: they follow the bars a moment later. */
const READ_EVERY_MS = 250;

export type Studies = ReturnType<typeof useStudies>;

/** The indicators of one chart: what the layout keeps of them, drawn and read. */
export function useStudies(
  host: Readonly<Ref<ChartHost | null>>,
  panel: PanelContext,
  hovered: ShallowRef<HoveredBar | null>,
) {
  const list = shallowRef(studiesFrom(panel.kept["studies"]));
  const readings = shallowRef<readonly StudyReading[]>([]);
  const choosing = ref(false);
  /** The one whose settings are open. */
  const editing = ref<string | null>(null);
  let numbered = 0;

  function freeId(name: string): string {
    const taken = new Set(list.value.map(({ id }) => id));
    do numbered += 1;
    while (taken.has(`${name}-${numbered}`));
    return `${name}-${numbered}`;
  }

  function change(id: string, members: Partial<Study>): void {
    list.value = list.value.map((one) => (one.id === id ? { ...one, ...members } : one));
  }

  function read(): void {
    if (!panel.visible.value) return;
    const found = host.value?.studies?.read(hovered.value?.bar.time ?? null) ?? [];
    if (JSON.stringify(found) !== JSON.stringify(readings.value)) readings.value = found;
  }

  watch([host, list], ([chart, studies]) => {
    chart?.studies?.show(studies);
    read();
  });
  watch(list, (studies) => panel.keep({ studies }));
  watch(hovered, read);
  useIntervalFn(read, READ_EVERY_MS);

  return {
    list,
    readings,
    choosing,
    editing,
    edited: computed(() => list.value.find(({ id }) => id === editing.value) ?? null),
    change,
    edit: (id: string) => void (editing.value = id),
    add: (name: string) => void (list.value = [...list.value, newStudy(name, freeId(name))]),
    remove: (id: string) => void (list.value = list.value.filter((one) => one.id !== id)),
    /** Open the chooser: ours, or that of a library that has its own. */
    choose(): void {
      const own = host.value?.own;
      if (own) own.openStudies();
      else choosing.value = true;
    },
  };
}
