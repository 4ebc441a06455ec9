/** How busy the page's main thread is, from outside of the page. */
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";

/** Shares of the time that passed; 1 is a core that never rests. */
export interface Busy {
  /** By the thread's own processor time: other programs do not count. */
  task: number;
  script: number;
  layout: number;
  style: number;
}

const NAMES = {
  task: "TaskDuration",
  script: "ScriptDuration",
  layout: "LayoutDuration",
  style: "RecalcStyleDuration",
} as const;

export class MainThread {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    return new MainThread(devtools);
  }

  /** Measure while `act` goes on, or for so long. */
  async during(seconds: number, act: () => Promise<void> = async () => {}): Promise<Busy> {
    const [before, begun] = [await this.read(), performance.now()];
    await Promise.all([pause(seconds * 1000), act()]);
    const [after, passed] = [await this.read(), (performance.now() - begun) / 1000];
    const share = (name: string): number =>
      ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / passed;
    return {
      task: share(NAMES.task),
      script: share(NAMES.script),
      layout: share(NAMES.layout),
      style: share(NAMES.style),
    };
  }

  /** Processor time since the page was made, in ms. */
  async taskMs(): Promise<number> {
    return ((await this.read()).get(NAMES.task) ?? 0) * 1000;
  }

  private async read(): Promise<Map<string, number>> {
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }
}
