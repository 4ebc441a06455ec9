/** A page that knows UDF and a chart library, and nothing of ours. Its functions run in the page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Chart, KLineData } from "klinecharts";

/** The protocol as the page needs it; times in seconds, bars as the chart library has them. */
interface Udf {
  inADay: () => number;
  ticker: (symbol: string) => Promise<string>;
  marks: (ticker: string, resolution: string) => Promise<Mark[]>;
  bars: (ticker: string, resolution: string, to: number, count: number) => Promise<KLineData[]>;
}

declare global {
  interface Window {
    klinecharts: typeof import("klinecharts");
    chart: Chart;
    udf: Udf;
  }
}

interface Columns {
  s: "ok" | "no_data";
  t: number[];
  o: number[];
  h: number[];
  l: number[];
  c: number[];
  v: number[];
}

interface Mark {
  id: string;
  time: number;
  label: string;
}

/** The colour of a candle's middle, beside the one that its prices ask for. */
export interface Candle {
  timestamp: number;
  expected: string;
  painted: string;
}

const LIBRARY = "klinecharts/dist/umd/klinecharts.min.js";
const HTML = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<div id="chart" style="width: 1200px; height: 600px"></div><script src="/udf-library.js"></script>`;

/** Open the page at the server's own address: pages from elsewhere may not read it. */
export async function openUdfChart(page: Page, server: string): Promise<void> {
  const library = join(__dirname, "../../frontend/node_modules", LIBRARY);
  const script = {
    contentType: "text/javascript",
    body: readFileSync(library, "utf8"),
  };
  await page.route("**/udf-library.js", (route) => route.fulfill(script));
  await page.route("**/udf-chart", (route) =>
    route.fulfill({ contentType: "text/html", body: HTML }),
  );
  await page.goto(`${server}/udf-chart`);
  await page.evaluate(readUdf);
}

/** Make `window.udf`: what this page knows of the protocol. */
export function readUdf(): void {
  async function ask<T>(path: string, query: Record<string, string | number>): Promise<T> {
    const text = Object.entries(query).map(([key, value]) => [key, String(value)]);
    const reply = await fetch(`/api/v1/udf/${path}?${new URLSearchParams(text).toString()}`);
    const answer = (await reply.json()) as T & { s?: string; errmsg?: string };
    if (answer.s === "error") throw new Error(answer.errmsg);
    return answer;
  }

  window.udf = {
    inADay: () => Math.floor(Date.now() / 1000) + 86_400,
    ticker: async (symbol) => (await ask<{ ticker: string }>("symbols", { symbol })).ticker,
    marks: (symbol, resolution) =>
      ask<Mark[]>("marks", { symbol, resolution, from: 0, to: window.udf.inADay() }),
    bars: async (symbol, resolution, to, countback) => {
      const query = { symbol, resolution, from: 0, to, countback };
      const { s, t, o, h, l, c, v } = await ask<Columns>("history", query);
      if (s === "no_data") return [];
      const at = (column: number[], row: number): number => column[row] ?? NaN;
      return t.map((time, row) => ({
        timestamp: time * 1000,
        open: at(o, row),
        high: at(h, row),
        low: at(l, row),
        close: at(c, row),
        volume: at(v, row),
      }));
    },
  };
}

/** Draw an instrument, its live bars and its marks, polled as charts of this protocol do. */
export async function drawByUdf([name, resolution]: [string, string]): Promise<void> {
  const [PAGE, POLL_MS] = [100, 300];
  const { udf } = window;
  const ticker = await udf.ticker(name);
  const chart = window.klinecharts.init("chart");
  if (!chart) throw new Error("no chart");
  window.chart = chart;

  async function drawMarks(): Promise<void> {
    for (const { id, time, label } of await udf.marks(ticker, resolution)) {
      const bar = chart?.getDataList().find((one) => one.timestamp === time * 1000);
      if (!bar || chart?.getOverlays({ id }).length) continue;
      const points = [{ timestamp: bar.timestamp, value: bar.high }];
      chart?.createOverlay({ name: "simpleAnnotation", id, extendData: label, points });
    }
  }

  const candle = { upColor: "#00ff00", downColor: "#ff0000", noChangeColor: "#0000ff" };
  chart.setStyles({
    grid: { show: false },
    candle: { bar: candle, priceMark: { show: false }, tooltip: { showRule: "none" } },
  });
  chart.setDataLoader({
    getBars: async ({ type, timestamp, callback }) => {
      // What this library calls forward is the past.
      if (type === "backward") return callback([], false);
      const to = type === "init" ? udf.inADay() : (timestamp ?? 0) / 1000;
      const page = await udf.bars(ticker, resolution, to, PAGE);
      callback(page, { forward: page.length > 0, backward: false });
    },
    subscribeBar: ({ callback }) => {
      const poll = async (): Promise<void> => {
        (await udf.bars(ticker, resolution, udf.inADay(), 2)).forEach(callback);
        await drawMarks();
        setTimeout(() => void poll(), POLL_MS);
      };
      void poll();
    },
  });
  chart.setSymbol({ ticker, pricePrecision: 2, volumePrecision: 0 });
  const isDaily = resolution === "1D";
  chart.setPeriod({ type: isDaily ? "day" : "minute", span: isDaily ? 1 : Number(resolution) });
}

/** Return what the pixels of the visible candles say, of those that are high enough to be hit. */
export function paintedCandles(): Candle[] {
  const { chart } = window;
  const canvas = chart.getDom("candle_pane", "main")?.querySelector("canvas");
  const ratio = (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1);
  const pen = canvas?.getContext("2d");
  const { from, to } = chart.getVisibleRange();
  const bars = chart.getDataList().slice(from, to);
  return bars.flatMap(({ timestamp, open, close }, index) => {
    const [top, bottom] = [open, close].map(
      (value) =>
        chart.convertToPixel({ dataIndex: from + index, value }, { paneId: "candle_pane" }) as {
          x: number;
          y: number;
        },
    );
    if (!pen || !top || !bottom || Math.abs(top.y - bottom.y) < 4 || top.x < 1) return [];
    const y = (top.y + bottom.y) / 2;
    const [red, green] = pen.getImageData(top.x * ratio, y * ratio, 1, 1).data;
    const painted = green === 255 ? "up" : red === 255 ? "down" : "nothing";
    return [{ timestamp, expected: close > open ? "up" : "down", painted }];
  });
}
