import { STUDY_KINDS } from "@/components/chart/studies/studyKinds";
import { TOOL_NAMES, TOOLS } from "@/components/chart/drawings/tools";
import {
  CHART_STYLES,
  SCALES,
  type ChartStyle,
  type Scale,
} from "@/components/chart/view/chartView";
import { RANGES } from "@/components/chart/view/ranges";
import { offerCommands, type Command } from "@/composables/terminal/commands";
import type { Terminal } from "@/composables/terminal/terminal";
import type { ChartTools } from "./chartTools";

/** A command of the chart that is spoken to. */
interface ChartCommand extends Omit<Command, "group" | "run" | "refusal"> {
  run: (tools: ChartTools) => void;
  refusal?: (tools: ChartTools) => string | null;
}

/** Offer every indicator, tool, range, style and scale for the active chart. */
export function offerChartCommands({ commands, active }: Terminal): void {
  const all = [
    ...studyCommands(),
    ...drawingCommands(),
    ...rangeCommands(),
    ...looksCommands(),
  ].map(({ run, refusal, ...command }): Command => ({
    ...command,
    group: "Chart",
    refusal: () => (active.value ? (refusal?.(active.value.tools) ?? null) : "No chart is open"),
    run: () => active.value && run(active.value.tools),
  }));
  offerCommands(commands, ...all);
}

function studyCommands(): ChartCommand[] {
  const add = Object.entries(STUDY_KINDS).map(([name, { title, also }]) => ({
    id: `study.${name}`,
    title: `Add ${title}`,
    also: `${name} ${also} indicator`,
    run: ({ studies }: ChartTools) => studies.add(name),
  }));
  const choose = { id: "study", title: "Add an indicator…", also: "study" };
  return [{ ...choose, run: ({ studies }) => studies.choose() }, ...add];
}

function drawingCommands(): ChartCommand[] {
  const draw = TOOL_NAMES.map((name) => ({
    id: `draw.${name}`,
    title: `Draw: ${TOOLS[name].title.toLowerCase()}`,
    also: `${TOOLS[name].also} drawing tool`,
    run: ({ drawings }: ChartTools) => drawings.start(name),
  }));
  return [
    ...draw,
    {
      id: "draw.cancel",
      title: "Give up the drawing in the making",
      keys: "Escape",
      refusal: ({ drawings }) => (drawings.tool.value ? null : "Nothing is being drawn"),
      run: ({ drawings }) => drawings.cancel(),
    },
    {
      id: "draw.delete",
      title: "Delete the selected drawing",
      keys: "Delete",
      refusal: ({ drawings }) => (drawings.selected.value ? null : "No drawing is selected"),
      run: ({ drawings }) => drawings.selected.value && drawings.remove(drawings.selected.value.id),
    },
    {
      id: "draw.undo",
      title: "Undo the last change to the drawings",
      keys: "Mod+z",
      refusal: ({ drawings }) => (drawings.steps.value.back ? null : "Nothing to undo"),
      run: ({ drawings }) => drawings.undo(),
    },
    {
      id: "draw.redo",
      title: "Redo the last change to the drawings",
      keys: "Mod+Shift+z",
      refusal: ({ drawings }) => (drawings.steps.value.forth ? null : "Nothing to redo"),
      run: ({ drawings }) => drawings.redo(),
    },
    {
      id: "draw.toolbar",
      title: "Show or hide the drawing tools",
      run: (tools) => tools.toggleToolbar(),
    },
  ];
}

function rangeCommands(): ChartCommand[] {
  const show = RANGES.map((range) => ({
    id: `range.${range.name}`,
    title: `Show ${range.title}`,
    also: `${range.name} range`,
    run: ({ view }: ChartTools) => void view.show(range),
  }));
  const goTo = { id: "range.date", title: "Go to a date…", also: "day time" };
  return [...show, { ...goTo, run: ({ view }) => void (view.goingTo.value = true) }];
}

function looksCommands(): ChartCommand[] {
  const styles = Object.keys(CHART_STYLES) as ChartStyle[];
  const scales = Object.keys(SCALES) as Scale[];
  return [
    ...styles.map((style) => ({
      id: `style.${style}`,
      title: `Draw the bars as ${CHART_STYLES[style].toLowerCase()}`,
      also: "chart style",
      run: ({ view }: ChartTools) => view.change({ style }),
    })),
    ...scales.map((scale) => ({
      id: `scale.${scale}`,
      title: `${SCALES[scale]} scale`,
      run: ({ view }: ChartTools) => view.change({ scale }),
    })),
    {
      id: "scale.inverted",
      title: "Invert the scale, or back",
      run: ({ view }) => view.change({ inverted: !view.settings.value.inverted }),
    },
    {
      id: "scale.auto",
      title: "Fit the prices to the bars",
      also: "auto scale",
      run: ({ view }) => view.autoScale(),
    },
    {
      id: "view.breaks",
      title: "Show or hide session breaks",
      run: ({ view }) => view.change({ sessionBreaks: !view.settings.value.sessionBreaks }),
    },
  ];
}
