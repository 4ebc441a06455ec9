/** What a run of the long screen is asked to do. */

export type Feed = "simulated" | "fast";

export interface Options {
  /** Measured seconds, the warm-up left out. */
  seconds: number;
  warmUpSeconds: number;
  topics: number;
  /** `simulated`: the product's own market; `fast`: a replay of twenty ticks a second and symbol. */
  feed: Feed;
  /** A fault of `faults.json` to plant in the client; empty for none. */
  plant: string;
  /** Folder of the chart, the picture and the samples. */
  out: string;
}

/** Seconds between two samples: ten, or a tenth of a run that is shorter. */
export function sampleEverySeconds({ seconds }: Options): number {
  return Math.min(10, seconds / 10);
}
