/** What a person reads of a run: a line each sample, then before and after. */
import type { ScreenReport } from "../../frontend/src/testing/longScreen/screenReport";
import type { Outcome } from "./longScreen";
import type { Sample } from "./probes";
import { growth } from "./verdict";

export function printProgress(samples: Sample[], report: ScreenReport, seconds: number): void {
  const now = samples.at(-1);
  if (!now) return;
  const before = samples.at(-2) ?? now;
  const rate = (now.updates - before.updates) / (now.atS - before.atS || 1);
  print(
    [
      `${now.atS.toFixed(0).padStart(4)} of ${seconds} s`,
      `heap ${megabytes(now.heapBytes)}, collected ${megabytes(now.heapAfterGcBytes)}`,
      `server ${megabytes(now.serverRssBytes)}`,
      `${rate.toFixed(0)} updates/s`,
      `${report.connection?.rejected ?? 0} rejected`,
      `lag p50 ${report.lagMs.p50 ?? "–"} p99 ${report.lagMs.p99 ?? "–"} ms`,
    ].join(" · "),
  );
}

export function printSummary({ samples, report, wire, faults }: Outcome): void {
  table(samples);
  const { connection, longTasks, lagMs } = report;
  const cpu = (name: "serverCpuS" | "pageCpuS"): string => {
    const [first, last] = [samples[0], samples.at(-1)];
    if (!first || !last) return "–";
    return `${((100 * (last[name] - first[name])) / (last.atS - first.atS)).toFixed(0)} % of a core`;
  };
  print(`
updates          ${wire.updates} over ${wire.topics} topics, ${wire.fewest} to ${wire.most} a topic
reject counter   ${connection?.rejected ?? "–"}
overtaken        ${wire.skipped} updates, told by the server
doubled, missing ${wire.repeated}, ${wire.holes}
gaps, sockets    ${wire.gaps}, ${wire.sockets}
lag              p50 ${lagMs.p50 ?? "–"} ms, p99 ${lagMs.p99 ?? "–"} ms
long tasks       ${longTasks.count}, the longest ${longTasks.longestMs.toFixed(0)} ms
server           ${cpu("serverCpuS")}
page             ${cpu("pageCpuS")}
`);
  faults.forEach((fault) => print(`FAULT: ${fault}`));
  print(
    faults.length === 0 ? "long screen: everything right" : `long screen: ${faults.length} faults`,
  );
}

function table(samples: Sample[]): void {
  const row = (name: string, of: keyof Sample, unit: (value: number) => string): void => {
    const values = samples.map((sample) => sample[of]);
    const cells = [unit(values[0] ?? NaN), unit(values.at(-1) ?? NaN)];
    const grown = `${(100 * growth(values)).toFixed(1)} %`;
    print(name.padEnd(30) + [...cells, grown].map((cell) => cell.padStart(12)).join(""));
  };
  print(
    `\n${["before", "after", "growth"]
      .map((head) => head.padStart(12))
      .join("")
      .padStart(66)}`,
  );
  row("browser heap, as it stood", "heapBytes", megabytes);
  row("browser heap, collected", "heapAfterGcBytes", megabytes);
  row("DOM nodes", "domNodes", String);
  row("event listeners", "eventListeners", String);
  row("server RSS", "serverRssBytes", megabytes);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
