/** The first visit: nothing is in the browser's cache. */
import { gzipSync } from "node:zlib";
import type { Browser, Response } from "@playwright/test";

export interface ColdStart {
  /** Ms from the navigation until the price and the chart's legend stood on the screen. */
  usefulMs: number;
  /** Ms until anything was painted. */
  firstPaintMs: number;
  /** What had come until then, each file as a proxy compresses it, without the chart's own chunk. */
  bytesBesideChart: number;
  bytesOfChart: number;
}

const CHART = /\/chart-[^/]*\.js$/;

export async function coldStart(browser: Browser, origin: string): Promise<ColdStart> {
  // A context of its own has a cache of its own.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on("response", (answer) => answers.push(answer));
    await page.goto(`${origin}/?resolution=1`, { waitUntil: "commit" });
    const usefulMs = await page.evaluate(firstUsefulPaint);
    const files = answers.filter((answer) => answer.status() === 200);
    const sized = await Promise.all(files.map(sizeOf));
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );
    const sum = (all: typeof sized): number => all.reduce((total, { bytes }) => total + bytes, 0);
    return {
      usefulMs,
      firstPaintMs,
      bytesBesideChart: sum(sized.filter(({ url }) => !CHART.test(url))),
      bytesOfChart: sum(sized.filter(({ url }) => CHART.test(url))),
    };
  } finally {
    await context.close();
  }
}

async function sizeOf(answer: Response): Promise<{ url: string; bytes: number }> {
  const body = await answer.body();
  return { url: answer.url(), bytes: Math.min(body.length, gzipSync(body).length) };
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
