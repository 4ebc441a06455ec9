/** One fresh page: at rest, watched, and scrolled. */
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { openCrowd, quotesHeard, timed } from "./crowdPage";
import { MainThread, type Busy } from "./mainThread";
import type { Options } from "./options";
import { quantile } from "./spread";

export interface Round {
  /** Nobody touches the page; nothing but the product runs in it. */
  steady: Busy;
  scrolling: Busy;
  updatesPerSecond: number;
  /** Ms from the first live row until every symbol ticks. */
  openedMs: number;
  /** From the callback of a quote to the frame that shows it. */
  framesP99: number;
  waitP50: number;
  waitP99: number;
  /** Ms between frames while scrolling. */
  intervalP50: number;
  intervalP99: number;
  longTasksPerMinute: number;
}

/** Subscriptions, lines of days and compiled code have settled by then. */
const SETTLE_MS = 6000;
const SCROLL_STEP_PX = 60;
const SCROLL_EVERY_MS = 16;

export async function speedRound(
  browser: Browser,
  origin: string,
  symbols: number,
  { seconds }: Options,
): Promise<Round> {
  const page = await browser.newPage();
  try {
    const openedMs = await openCrowd(page, origin, symbols);
    await pause(SETTLE_MS);
    const thread = await MainThread.of(page);
    const before = await quotesHeard(page);
    const steady = await thread.during(seconds);
    const heard = (await quotesHeard(page)) - before;
    const watched = await timed(page, () => pause(seconds * 1000));
    let scrolling = steady;
    const scrolled = await timed(page, async () => {
      scrolling = await thread.during(seconds, () => scroll(page, seconds));
    });
    return {
      steady,
      scrolling,
      openedMs,
      updatesPerSecond: heard / seconds,
      framesP99: quantile(watched.frames, 0.99),
      waitP50: quantile(watched.waits, 0.5),
      waitP99: quantile(watched.waits, 0.99),
      intervalP50: quantile(scrolled.intervals, 0.5),
      intervalP99: quantile(scrolled.intervals, 0.99),
      longTasksPerMinute: (scrolled.longTasks.length * 60) / seconds,
    };
  } finally {
    await page.close();
  }
}

/** Turn the wheel over the list, down and up again, as fast as a hand does. */
async function scroll(page: Page, seconds: number): Promise<void> {
  const list = page.getByTestId("watchlist").locator(".scroller");
  const box = await list.boundingBox();
  if (!box) throw new Error("the watchlist is not on the screen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const end = performance.now() + seconds * 1000;
  const down = async (): Promise<boolean> =>
    list.evaluate((each) => each.scrollTop + each.clientHeight < each.scrollHeight - 1);
  for (let step = SCROLL_STEP_PX; performance.now() < end;) {
    for (let turn = 0; turn < 60 && performance.now() < end; turn += 1) {
      await page.mouse.wheel(0, step);
      await pause(SCROLL_EVERY_MS);
    }
    if (!(await down())) step = -SCROLL_STEP_PX;
    else if (await list.evaluate((each) => each.scrollTop === 0)) step = SCROLL_STEP_PX;
  }
}
