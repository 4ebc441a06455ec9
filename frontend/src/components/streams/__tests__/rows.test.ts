// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { ServerActivity } from "@/composables/streams/streamsFeed";
import {
  CLOSE_COLUMNS,
  closeRows,
  OWN_COLUMNS,
  ownRows,
  paramsText,
  TOPIC_COLUMNS,
  topicRows,
  type OwnReading,
} from "../rows";

const NOW = 1_700_000_000_000;
const BARS: OwnReading = {
  route: "bars",
  params: { symbol: "AAPL", resolution: "1" },
  listeners: 1,
  status: { state: "live" },
  position: { epoch: "e", seq: 1234 },
  updates: 40,
  updatesPerS: 4.42,
  skipped: 6,
  gaps: 0,
  cuts: 2,
  lastUpdateAt: NOW - 700,
  lag: { newest: 5, p50: 12.4, p99: 1250 },
};
const TOLD = {
  at: NOW,
  topics: [
    {
      route: "quotes",
      params: '{"symbol":"AAPL"}',
      listeners: 0,
      updatesPerS: null,
      seq: 7,
      state: "stale",
      code: "no_updates",
      lastUpdate: NOW - 12_000,
    },
  ],
  closes: [{ at: NOW, connection: 3, code: 4008, reason: "too slow", livedS: 75, skipped: 31 }],
} as Partial<ServerActivity> as ServerActivity;

const texts = (rows: { cells: { text: string }[] }[]): string[][] =>
  rows.map(({ cells }) => cells.map(({ text }) => text));

describe("a topic of this page", () => {
  it("is told in words and figures, one a column", () => {
    const [row = []] = texts(ownRows([BARS], NOW, true));

    expect(row.slice(0, 4)).toEqual(["bars resolution 1, symbol AAPL", "live", "4.4", "0.7 s ago"]);
    expect(row.slice(4)).toEqual(["12 ms", "1.3 s", "1,234", "6", "0", "2"]);
    expect(row).toHaveLength(OWN_COLUMNS.length);
  });

  it("is not live while the server is not heard", () => {
    const [row] = ownRows([BARS], NOW + 12_000, false);

    expect(row?.cells.slice(1, 4)).toMatchObject([
      { text: "silent" },
      { text: "4.4" },
      { text: "12 s ago", alarm: true },
    ]);
  });

  it("says why it failed, and has no figures before there are any", () => {
    const reason = { code: "unknown_symbol", message: "no X", temporary: false };
    const status = { state: "failed" as const, reason };
    const unknown = { lag: null, lastUpdateAt: null, position: null, updatesPerS: null };
    const [row] = ownRows([{ ...BARS, ...unknown, status }], NOW, true);

    expect(row?.cells[1]).toMatchObject({ text: "failed", title: "unknown_symbol: no X" });
    expect(row?.cells.slice(2, 7).map(({ text }) => text)).toEqual(["–", "–", "–", "–", "–"]);
  });
});

describe("what the server tells", () => {
  it("is a row a topic, with its age and why it is not live", () => {
    const rows = topicRows(TOLD);

    expect(texts(rows)).toEqual([["quotes symbol AAPL", "stale", "12 s", "0, lingers", "–", "7"]]);
    expect(rows[0]?.cells[1]?.title).toBe("no_updates");
    expect(rows[0]?.cells).toHaveLength(TOPIC_COLUMNS.length);
  });

  it("is a row a connection that ended, by the clock of the log", () => {
    const [row = []] = texts(closeRows(TOLD));

    expect(row).toEqual(["22:13:20", "3", "4008", "too slow", "75 s", "31"]);
    expect(row).toHaveLength(CLOSE_COLUMNS.length);
  });
});

describe("the params of a topic", () => {
  it.each([
    ["{}", ""],
    ['{"symbol":"AAPL","deep":{"a":1}}', 'deep {"a":1}, symbol AAPL'],
    ['{"symbol":"AA', '{"symbol":"AA'],
  ])("%s", (params, words) => {
    expect(paramsText(params)).toBe(words);
  });
});
