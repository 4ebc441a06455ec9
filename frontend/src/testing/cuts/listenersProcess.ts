/** The listeners of the proof with cuts in this language: steered by lines, answering by lines. */

import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CutListener, type ListenedTopic, type ListenerSummary } from "./cutListener";

interface Start {
  clients: { url: string; log: string; rest: string }[];
  topics: ListenedTopic[];
}

type Command = { do: "resync"; client: number } | { do: "progress" } | { do: "leave" };

/** How many clients share one that begins with lists over REST. */
const LISTS_FIRST = 4;

/** Obeys the lines of `input` until they end or say `leave`; `say` takes the answers. */
export async function serve(input: Readable, say: (line: string) => void): Promise<void> {
  let listeners: CutListener[] = [];
  for await (const line of createInterface({ input })) {
    const told = JSON.parse(line) as Start | Command;
    if (!("do" in told)) listeners = await started(told, say);
    else if (told.do === "resync") listeners[told.client]?.resync();
    else if (told.do === "progress") {
      say(JSON.stringify({ progress: listeners.map((each) => each.progress()) }));
    } else {
      const left: ListenerSummary[] = await Promise.all(listeners.map((each) => each.leave()));
      say(JSON.stringify({ left }));
      return;
    }
  }
}

async function started(
  { clients, topics }: Start,
  say: (line: string) => void,
): Promise<CutListener[]> {
  const listeners = clients.map(({ url, log }, client) => {
    const changed = (whole: boolean): void => say(JSON.stringify({ client, whole }));
    return new CutListener(url, log, topics, changed);
  });
  await Promise.all(
    listeners.map(async (each, client) => {
      const rest = client % LISTS_FIRST === 0 ? clients[client]?.rest : undefined;
      await each.start(rest);
    }),
  );
  return listeners;
}
