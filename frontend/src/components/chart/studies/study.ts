/** Indicators as the page keeps them: plain values that a layout holds. */

import { SERIES_COLORS, type SeriesColor } from "../chartHost";
import { STUDY_KINDS, type StudyKind } from "./studyKinds";

export interface Study {
  id: string;
  /** The library's name of it, a key of `STUDY_KINDS`. */
  name: string;
  params: number[];
  visible: boolean;
  /** On the candles; otherwise in a pane of its own. */
  onCandles: boolean;
  /** Of its lines, in order. */
  colors: SeriesColor[];
}

/** One value of an indicator at a bar. */
export interface StudyValue {
  title: string;
  text: string;
  /** As the canvas draws it. */
  color: string;
  /** Which of the indicator's lines it is; null for bars and marks, which say up and down. */
  line: number | null;
}

/** What an indicator says at a bar, and where its pane begins. */
export interface StudyReading {
  id: string;
  values: StudyValue[];
  /** In px from the top of the chart; null on the candles. */
  top: number | null;
}

/** The part of a chart that draws indicators. */
export interface ChartStudies {
  /** Draw these and no others. */
  show(studies: readonly Study[]): void;
  /** Read all at the bar that starts at `time` (Unix ms), else at the newest. */
  read(time: number | null): StudyReading[];
}

const LARGEST = 1000;
const MOST_PARAMS = 6;
const MOST_STUDIES = 12;

export const FIRST_STUDIES: readonly Study[] = [{ ...newStudy("VOL", "volume"), params: [] }];

export function newStudy(name: string, id: string): Study {
  const kind = kindOf(name);
  return {
    id,
    name,
    params: kind.params.map(({ value }) => value),
    visible: true,
    onCandles: kind.onCandles,
    colors: [...SERIES_COLORS],
  };
}

export function kindOf(name: string): StudyKind {
  const kind = STUDY_KINDS[name];
  if (!kind) throw new Error(`no indicator is called ${name}`);
  return kind;
}

/** Write an indicator as the legend does: `EMA 12 26`. */
export const titleOf = ({ name, params }: Study): string => [name, ...params].join(" ");

/** Say why these parameters cannot be taken; null when they can. */
export function refusalOf(name: string, params: readonly number[]): string | null {
  const kind = kindOf(name);
  if (kind.lengths ? params.length > MOST_PARAMS : params.length !== kind.params.length)
    return `${name} takes ${kind.lengths ? `at most ${MOST_PARAMS}` : kind.params.length} values.`;
  const wrong = params.findIndex((value, at) => !isAllowed(value, kind.params[at]?.decimal));
  return wrong < 0 ? null : `${params[wrong]} is no length: 1 to ${LARGEST}, without decimals.`;
}

function isAllowed(value: number, decimal = false): boolean {
  if (!Number.isFinite(value) || value > LARGEST) return false;
  return decimal ? value > 0 : Number.isInteger(value) && value >= 1;
}

/** Read the indicators that a layout has kept; what this page cannot draw is left out. */
export function studiesFrom(kept: unknown): Study[] {
  if (!Array.isArray(kept)) return [...FIRST_STUDIES];
  return kept.flatMap((one: unknown) => studyFrom(one) ?? []).slice(0, MOST_STUDIES);
}

function studyFrom(kept: unknown): Study | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { id, name, params, visible, onCandles, colors } = kept as Partial<Study>;
  if (typeof id !== "string" || typeof name !== "string" || !(name in STUDY_KINDS)) return null;
  const fresh = newStudy(name, id);
  return {
    ...fresh,
    params: Array.isArray(params) && refusalOf(name, params) === null ? params : fresh.params,
    visible: visible !== false,
    onCandles: typeof onCandles === "boolean" ? onCandles : fresh.onCandles,
    colors: fresh.colors.map((first, at) => seriesColor(colors?.[at]) ?? first),
  };
}

function seriesColor(name: unknown): SeriesColor | undefined {
  return SERIES_COLORS.find((known) => known === name);
}
