/** The first visit: nothing is in the browser's cache. */
import { gzipSync } from "node:zlib";
import type { Browser, Request } from "@playwright/test";
import { MainThread } from "./mainThread";

export interface ColdStart {
  /** Ms from the navigation until the price and the chart's legend stood on the screen. */
  usefulMs: number;
  /** Ms of processor time that the page's main thread took until then. */
  threadMs: number;
  /** Ms until anything was painted. */
  firstPaintMs: number;
  /** What was asked for before the chart's chunk, each file as a proxy compresses it. */
  bytesBeforeChart: number;
  /** All that had come until the useful paint. */
  bytes: number;
}

const CHART = /\/chart-[^/]*\.js$/;

export async function coldStart(browser: Browser, origin: string): Promise<ColdStart> {
  // A context of its own has a cache of its own.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const thread = await MainThread.of(page);
    const asked: Request[] = [];
    page.on("request", (request) => asked.push(request));
    await page.goto(`${origin}/?resolution=1`, { waitUntil: "commit" });
    const usefulMs = await page.evaluate(firstUsefulPaint);
    const threadMs = await thread.taskMs();
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );
    const chartAt = asked.findIndex((request) => CHART.test(request.url()));
    const sizes = await Promise.all(asked.map(sizeOf));
    const sum = (all: number[]): number => all.reduce((total, bytes) => total + bytes, 0);
    const bytesBeforeChart = sum(sizes.slice(0, chartAt));
    return { usefulMs, threadMs, firstPaintMs, bytesBeforeChart, bytes: sum(sizes) };
  } finally {
    await context.close();
  }
}

async function sizeOf(request: Request): Promise<number> {
  const answer = await request.response();
  if (answer?.status() !== 200) return 0;
  const body = await answer.body();
  return Math.min(body.length, gzipSync(body).length);
}

/** Runs in the page: resolves after the frame in which price and legend stand. */
function firstUsefulPaint(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const price = document.querySelector('[data-testid="last-price"]')?.textContent.trim();
      const legend = document.querySelector('[data-testid="bar-data"]');
      if (price && price !== "–" && legend) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
