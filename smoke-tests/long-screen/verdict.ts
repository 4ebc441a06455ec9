/** Judges a run: each fault is a sentence, none is a pass. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { ScreenReport } from "../../frontend/src/testing/longScreen/screenReport";
import type { TopicReport } from "../../frontend/src/testing/longScreen/topicRecord";
import type { Sample } from "./probes";
import type { WireTopic } from "./wireTally";

/** One topic as four witnesses saw it. */
export interface TopicEvidence {
  page: TopicReport;
  /** The text that the page shows. */
  shown: string | undefined;
  /** What the browser was sent. */
  wire: WireTopic | undefined;
  /** What another connection was sent. */
  witness: WireTopic | undefined;
}

/**
 * The part of a run at each end whose lowest sample counts. What is really held is in every sample;
 * what came between a collection and its reading, in some.
 */
const END = 0.25;
/** What one kind of memory may grow by, after the warm-up. */
interface Bound {
  name: string;
  of: keyof Sample;
  /** A part of what it was at first. */
  part: number;
  /** Or so much, where that is more. */
  free: number;
}

/**
 * What holds one value of a topic at a time does not grow. A heap of a megabyte does, once, by the
 * code that its engine compiles late: less than two bytes for each update of ten minutes, where a
 * kept update takes a hundred. A server that has served a minute has all that it needs.
 */
const BOUNDS: Bound[] = [
  { name: "the browser's heap", of: "heapAfterGcBytes", part: 0.1, free: 256 * 1024 },
  { name: "the page's DOM", of: "domNodes", part: 0.03, free: 0 },
  { name: "the server's RSS", of: "serverRssBytes", part: 0.03, free: 0 },
];

/** The part by which `values` have grown from their beginning to their end. */
export function growth(values: number[]): number {
  return rise(values) / beginning(values);
}

/** What was seen of the run as a whole, until the feed ended. */
export interface OverallEvidence {
  report: ScreenReport;
  sockets: number;
  refused: string[];
  errors: string[];
}

export function overallFaults({ report, sockets, refused, errors }: OverallEvidence): string[] {
  const rejected = report.connection?.rejected;
  const checks: [fine: boolean, fault: string][] = [
    [rejected === 0, `the client rejected ${String(rejected)} frames`],
    [sockets === 1, `${sockets} sockets were opened, expected one`],
    [refused.length === 0, `the server refused ${refused.join()}`],
    [errors.length === 0, `the page threw ${errors.join()}`],
  ];
  return checks.filter(([fine]) => !fine).map(([, fault]) => fault);
}

export function memoryFaults(samples: Sample[]): string[] {
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  return BOUNDS.flatMap(({ name, of, part, free }) => {
    const values = samples.map((sample) => sample[of]);
    if (rise(values) <= free || growth(values) <= part) return [];
    return [`${name} grew by ${percent(growth(values))}, expected at most ${percent(part)}`];
  });
}

export function topicFaults({ page, shown, wire, witness }: TopicEvidence): string[] {
  if (!wire || !witness) return [`${page.topic || "a topic"}: never opened (${page.state})`];
  const expected = valueOf(page.topic, witness.payload);
  const checks: [fine: boolean, fault: string][] = [
    [page.updates > 0, "no update came"],
    [page.updates === wire.updates, `${wire.updates} updates sent, ${page.updates} handed on`],
    [page.replaced === 1, `its state was replaced ${page.replaced} times, expected once`],
    [wire.opened === 1, `subscribed ${wire.opened} times, expected once`],
    [wire.repeated === 0, `${wire.repeated} updates came twice`],
    [wire.holes === 0, `${wire.holes} holes in the numbers`],
    [page.gaps === 0 && wire.gaps === 0, `${page.gaps} gaps`],
    [
      wire.epoch === witness.epoch && wire.seq === witness.seq,
      `the browser was sent up to ${wire.seq}, the server published up to ${witness.seq}`,
    ],
    [
      isDeepStrictEqual(page.last, expected),
      `the last value is ${JSON.stringify(page.last)}, published was ${JSON.stringify(expected)}`,
    ],
    [shown === JSON.stringify(expected), `the screen shows ${String(shown)}`],
  ];
  return checks.filter(([fine]) => !fine).map(([, fault]) => `${page.topic}: ${fault}`);
}

/** A published value as a page must show it. */
function valueOf(topic: string, payload: unknown): unknown {
  const value = payload as Record<string, unknown>;
  const names = topic.startsWith("bars:")
    ? ["time", "open", "high", "low", "close", "volume"]
    : ["s", "n", "v"];
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

function rise(values: number[]): number {
  return Math.min(...values.slice(-count(values))) - beginning(values);
}

function beginning(values: number[]): number {
  return Math.min(...values.slice(0, count(values)));
}

function count(values: number[]): number {
  return Math.ceil(END * values.length);
}
