/** How late the chart's own data is, in words. */

import { formatMs } from "@/components/formatting/measures";
import { formatAge } from "@/components/formatting/times";
import type { StreamReading } from "./marketFeed";

export interface LagWords {
  text: string;
  title: string;
}

/** A small lag says nothing of a stream that has fallen silent. */
export const SILENT_AFTER_MS = 3000;

/** Says how late the newest update was, or how long none has come; nothing where nothing streams. */
export function lagWords(reading: StreamReading | null, now: number): LagWords | null {
  if (reading === null) return null;
  const { lag, lastUpdateAt } = reading;
  if (lastUpdateAt === null) {
    return { text: "no data yet", title: "No update of this chart has come since it was opened" };
  }
  const spread =
    lag === null
      ? ""
      : ` Of its newest updates half came within ${formatMs(lag.p50)}, 99 of 100 within ${formatMs(lag.p99)}.`;
  const silence = now - lastUpdateAt;
  if (silence > SILENT_AFTER_MS) {
    const age = formatAge(silence);
    return {
      text: `no data for ${age}`,
      title: `The chart's newest update came ${age} ago.${spread}`,
    };
  }
  if (lag === null) return null;
  const meaning = "How old the chart's newest update was when it came, clocks compared.";
  return { text: `lag ${formatMs(lag.newest)}`, title: `${meaning}${spread}` };
}
