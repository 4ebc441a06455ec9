/** Rows of the page's tables: what was read, in a reader's words. */

import { formatClock, formatCount, formatMs, formatRate } from "@/components/formatting/measures";
import { formatAge } from "@/components/formatting/times";
import type { ServerActivity, TopicReading } from "@/composables/streams/streamsFeed";

export interface Cell {
  text: string;
  /** Shown as a state: a sign and a colour beside the text. */
  isState?: boolean;
  title?: string;
  alarm?: boolean;
}

export interface Column {
  name: string;
  title?: string;
  isNumber?: boolean;
}

export interface Row {
  key: string;
  cells: Cell[];
}

export type OwnReading = TopicReading & { updatesPerS: number | null };

export const OWN_COLUMNS: Column[] = [
  { name: "Topic" },
  { name: "State" },
  { name: "Updates/s", isNumber: true, title: "Over the last five seconds" },
  { name: "Last", isNumber: true, title: "How long ago the newest update came" },
  {
    name: "Lag p50",
    isNumber: true,
    title: "Half of the newest 128 updates came within this time of their publishing",
  },
  { name: "Lag p99", isNumber: true, title: "99 of 100 came within this time" },
  { name: "Position", isNumber: true, title: "Number of the last update that is here" },
  { name: "Skipped", isNumber: true, title: "Older states left out for newer ones" },
  { name: "Gaps", isNumber: true, title: "How often updates were lost for good" },
  { name: "Cuts", isNumber: true, title: "How often the connection was lost under it" },
];

/** `flows` says that the server is heard: else no topic is live, whatever was said of it last. */
export function ownRows(readings: readonly OwnReading[], now: number, flows: boolean): Row[] {
  return readings.map((one) => ({
    key: `${one.route}:${JSON.stringify(one.params)}`,
    cells: [
      { text: `${one.route} ${paramsText(JSON.stringify(one.params))}`.trim() },
      ownState(one, flows),
      { text: formatRate(one.updatesPerS) },
      lastUpdate(one.lastUpdateAt, now, flows),
      { text: formatMs(one.lag?.p50 ?? null) },
      { text: formatMs(one.lag?.p99 ?? null) },
      { text: one.position === null ? "–" : formatCount(one.position.seq) },
      { text: formatCount(one.skipped) },
      { text: formatCount(one.gaps), alarm: one.gaps > 0 },
      { text: formatCount(one.cuts) },
    ],
  }));
}

function ownState({ status: { state, reason } }: OwnReading, flows: boolean): Cell {
  const word = state === "connecting" ? "loading" : state;
  const text = word === "live" && !flows ? "silent" : word;
  return { text, isState: true, ...(reason && { title: `${reason.code}: ${reason.message}` }) };
}

function lastUpdate(at: number | null, now: number, flows: boolean): Cell {
  if (at === null) return { text: "–", title: "No update yet" };
  return { text: `${formatAge(now - at)} ago`, alarm: !flows };
}

export const TOPIC_COLUMNS: Column[] = [
  { name: "Topic" },
  { name: "State" },
  { name: "Since", isNumber: true, title: "Time since its last update, or since its start" },
  { name: "Listeners", isNumber: true },
  { name: "Updates/s", isNumber: true, title: "Over the last five seconds" },
  { name: "Seq", isNumber: true, title: "Number of its last update" },
];

export function topicRows({ at, topics }: ServerActivity): Row[] {
  return topics.map(({ route, params, listeners, updatesPerS, seq, state, code, lastUpdate }) => ({
    key: `${route}:${params}`,
    cells: [
      { text: `${route} ${paramsText(params)}`.trim(), title: `${route}:${params}` },
      { text: state, isState: true, ...(code !== null && { title: code }) },
      { text: lastUpdate === null ? "–" : formatAge(at - lastUpdate) },
      { text: listeners === 0 ? "0, lingers" : formatCount(listeners) },
      { text: formatRate(updatesPerS) },
      { text: formatCount(seq) },
    ],
  }));
}

export const CLOSE_COLUMNS: Column[] = [
  { name: "Time", title: "UTC, as in the server's log" },
  { name: "No.", isNumber: true, title: "Number of the connection in the server's log" },
  { name: "Code", isNumber: true },
  { name: "Reason" },
  { name: "Lived", isNumber: true },
  {
    name: "Skipped",
    isNumber: true,
    title: "Older states that it did not get: it had been away, or read too slowly",
  },
];

export function closeRows({ closes }: ServerActivity): Row[] {
  return closes.map(({ at, connection, code, reason, livedS, skipped }) => ({
    key: String(connection),
    cells: [
      { text: formatClock(at) },
      { text: formatCount(connection) },
      { text: String(code) },
      { text: reason },
      { text: formatAge(livedS * 1000) },
      { text: formatCount(skipped) },
    ],
  }));
}

/** `{"resolution":"1","symbol":"AAPL"}` in words: `resolution 1, symbol AAPL`; as it is where cut. */
export function paramsText(text: string): string {
  try {
    const params = JSON.parse(text) as Record<string, unknown>;
    const word = (value: unknown): string =>
      typeof value === "string" ? value : JSON.stringify(value);
    return Object.keys(params)
      .sort()
      .map((name) => `${name} ${word(params[name])}`)
      .join(", ");
  } catch {
    return text;
  }
}
