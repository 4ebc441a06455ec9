/** Made-up evidence, to try the judge. */
import type { Sample } from "./probes";
import type { TopicEvidence } from "./verdict";

const TOPIC = 'bars:{"resolution":"1","symbol":"AAPL"}';
const BAR = { time: 60_000, open: 1, high: 3, low: 1, close: 2, volume: 10 };
const WIRE = {
  epoch: "e",
  opened: 1,
  seq: 9,
  updates: 5,
  skipped: 0,
  repeated: 0,
  holes: 0,
  gaps: 0,
};

/** A topic of which everything is right. */
export function fineEvidence(): TopicEvidence {
  return {
    page: { topic: TOPIC, updates: 5, replaced: 1, gaps: 0, state: "live", last: { ...BAR } },
    shown: JSON.stringify(BAR),
    wire: { ...WIRE, payload: BAR },
    witness: { ...WIRE, payload: BAR },
  };
}

/** Each way in which one thing is wrong, beside words of the sentence that must name it. */
export function faultyEvidence(): [fault: string, evidence: TopicEvidence][] {
  const { page, shown, wire, witness } = fineEvidence();
  const fine = { page, shown, wire, witness };
  const paged = (part: Partial<typeof page>): TopicEvidence => ({
    ...fine,
    page: { ...page, ...part },
  });
  const wired = (part: Partial<typeof WIRE>): TopicEvidence => ({
    ...fine,
    wire: { ...WIRE, payload: BAR, ...part },
  });
  return [
    ["never opened", { ...fine, wire: undefined }],
    ["5 updates sent, 4 handed on", paged({ updates: 4 })],
    ["5 updates sent, 6 handed on", paged({ updates: 6 })],
    ["no update came", paged({ updates: 0 })],
    ["replaced 2 times", paged({ replaced: 2 })],
    ["1 gaps", paged({ gaps: 1 })],
    ["the last value is", paged({ last: { ...BAR, close: 3 } })],
    ["the screen shows", { ...fine, shown: "{}" }],
    ["subscribed 2 times", wired({ opened: 2 })],
    ["1 updates came twice", wired({ repeated: 1 })],
    ["1 holes", wired({ holes: 1 })],
    ["up to 8", wired({ seq: 8 })],
    ["up to 9", wired({ epoch: "f" })],
  ];
}

type Memory = "heapAfterGcBytes" | "domNodes" | "serverRssBytes";

/** Samples that differ in one kind of memory. */
export function samplesOf(memory: Memory, values: number[]): Sample[] {
  const steady = { heapAfterGcBytes: 1e6, domNodes: 300, serverRssBytes: 9e7 };
  return values.map((value, atS) => ({
    ...steady,
    [memory]: value,
    atS,
    heapBytes: 2e6,
    eventListeners: 5,
    serverCpuS: atS,
    pageCpuS: atS,
    updates: atS,
  }));
}
