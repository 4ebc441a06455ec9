/** Reads the browser's and the server's use of the machine from outside of both. */
import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "@playwright/test";

export interface Sample {
  /** Seconds since the measuring began. */
  atS: number;
  /** The page's JavaScript heap as it stands, and after a forced collection. */
  heapBytes: number;
  heapAfterGcBytes: number;
  domNodes: number;
  eventListeners: number;
  serverRssBytes: number;
  /** Seconds of a core since it began, of the server and of the page's main thread. */
  serverCpuS: number;
  pageCpuS: number;
  updates: number;
}

const CLOCK_TICKS_A_SECOND = 100;

export class Probes {
  private constructor(
    private readonly devtools: CDPSession,
    private readonly serverPid: number,
  ) {}

  static async attach(page: Page, serverPid: number): Promise<Probes> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    await devtools.send("HeapProfiler.enable");
    return new Probes(devtools, serverPid);
  }

  /** Take one sample; the page's collection is forced after its heap was read as it stood. */
  async sample(atS: number, updates: number): Promise<Sample> {
    const { usedSize: heapBytes } = await this.devtools.send("Runtime.getHeapUsage");
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    // Twice: what the first frees may hold what only the second finds.
    await this.devtools.send("HeapProfiler.collectGarbage");
    await this.devtools.send("HeapProfiler.collectGarbage");
    const { usedSize: heapAfterGcBytes } = await this.devtools.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await this.devtools.send("Memory.getDOMCounters");
    return {
      atS,
      heapBytes,
      heapAfterGcBytes,
      domNodes: nodes,
      eventListeners: jsEventListeners,
      serverRssBytes: this.serverRss(),
      serverCpuS: this.serverCpu(),
      pageCpuS: metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0,
      updates,
    };
  }

  private serverRss(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(this.proc("status")) ?? [];
    return Number(kilobytes) * 1024;
  }

  private serverCpu(): number {
    const afterName = this.proc("stat").split(") ")[1]?.split(" ") ?? [];
    return (Number(afterName[11]) + Number(afterName[12])) / CLOCK_TICKS_A_SECOND;
  }

  private proc(name: string): string {
    return readFileSync(`/proc/${this.serverPid}/${name}`, "utf8");
  }
}
