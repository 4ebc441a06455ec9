/** Joins what the socket, the stream and the clock say into one word for the reader. */

import { formatMs } from "@/components/formatting/measures";
import { formatAge, formatMoment } from "@/components/formatting/times";
import { SILENT_AFTER_MS } from "./chartLag";
import type { LinkStatus, MarketFreshness, StreamState } from "./marketFeed";
import { asSentence } from "./problem";

export type FeedWord =
  | "connecting"
  | MarketFreshness["state"]
  | "offline"
  | "demo"
  | "draining"
  | "paused"
  | "ended"
  | "failed"
  | "history only";

export interface FeedState {
  word: FeedWord;
  /** What stands beside the word: the lag, the age, the countdown. */
  figure: string;
  /** The whole sentence, with the reason. */
  sentence: string;
}

export interface FeedSigns {
  link: LinkStatus;
  stream: StreamState;
  paused: boolean;
  /** Whether the symbol's feed streams at all. */
  streams: boolean;
  /** Unix ms of the last tick that came, on this machine's clock; null before the first. */
  lastTickAt: number | null;
  /** Unix ms since when ticks are waited for; null while none are. */
  openedAt: number | null;
  /** What the server says of the symbol; null until it does. */
  freshness: MarketFreshness | null;
  /** The exchange's, in which opens and closes are written. */
  timezone: string;
  now: number;
}

const LEAVING =
  "The server ends: it takes no orders any more. This page comes back with its successor.";

function staleSentence({ message }: StreamState, age: number | null): string {
  const when = `${lastTick(age)}.`;
  return message ? `${asSentence(message)} ${when}` : when;
}

/** Say when the last tick came, as the start of a sentence. */
export function lastTick(ageMs: number | null): string {
  if (ageMs === null) return "No tick since this page was opened";
  return `The last tick came ${formatAge(ageMs)} ago`;
}

/** A symbol silent for longer is not live; the server looks once a second, and its word travels. */
export const LIVE_MS = 10_000;
const TOLD_WITHIN_MS = 2_000;

export function feedState(signs: FeedSigns): FeedState {
  return offline(signs) ?? stopped(signs) ?? flowing(signs);
}

function offline({ link, now }: FeedSigns): FeedState | null {
  if (link.state === "offline") {
    const wait = Math.max(0, Math.ceil(((link.retryAt ?? now) - now) / 1000));
    const next = wait > 0 ? `Trying again in ${wait} s.` : "Trying again now.";
    const reason = asSentence(link.reason ?? "the connection was lost");
    return { word: "offline", figure: wait > 0 ? `${wait} s` : "", sentence: `${reason} ${next}` };
  }
  // A connection that is live has a reason only when the server has taken its leave.
  if (link.state === "live" && link.reason !== null) {
    return { word: "draining", figure: "", sentence: LEAVING };
  }
  if (link.state !== "closed") return null;
  return { word: "failed", figure: "", sentence: asSentence(link.reason ?? "the server refused") };
}

function stopped({ stream, paused, streams }: FeedSigns): FeedState | null {
  if (paused) {
    return { word: "paused", figure: "", sentence: "Updates are paused. Press Live to resume." };
  }
  if (stream.state === "failed" || (streams && stream.state === "ended")) {
    const why = asSentence(stream.message ?? `the stream has ${stream.state}`);
    return { word: stream.state, figure: "", sentence: why };
  }
  if (streams) return null;
  return { word: "history only", figure: "", sentence: "Nothing streams this symbol." };
}

/** The market stands still, and the server has said so. */
function standing({ freshness, timezone }: FeedSigns): FeedState | null {
  if (freshness?.state !== "closed" && freshness?.state !== "halted") return null;
  const { state, since, nextOpen, reason } = freshness;
  const from = `${state === "closed" ? "Closed" : "Halted"} since ${formatMoment(since, timezone)}.`;
  const opens = nextOpen === null ? "" : `opens ${formatMoment(nextOpen, timezone)}`;
  const more = asSentence(reason ?? opens);
  return { word: state, figure: opens, sentence: more ? `${from} ${more}` : from };
}

/** After how much silence not even the server's word is to be believed. */
function silenceOf(freshness: MarketFreshness | null): number {
  if (!freshness) return LIVE_MS;
  return (freshness.state === "quiet" ? freshness.staleAfterMs : LIVE_MS) + TOLD_WITHIN_MS;
}

function flowing(signs: FeedSigns): FeedState {
  const { link, stream, lastTickAt, openedAt, freshness, now } = signs;
  if (link.state === "connecting" || stream.state === "waiting") {
    return { word: "connecting", figure: "", sentence: "Waiting for the server's answer." };
  }
  if (link.state === "demo") {
    return {
      word: "demo",
      figure: "",
      sentence: "Invented in this browser: no server, no market.",
    };
  }
  const age = lastTickAt === null ? null : now - lastTickAt;
  const isStale = stream.state === "stale" || freshness?.state === "stale";
  const silence = now - (lastTickAt ?? openedAt ?? now);
  const still = standing(signs);
  if (still) return still;
  if (isStale || silence > silenceOf(freshness)) {
    const figure = age === null ? "" : formatAge(age);
    return { word: "stale", figure, sentence: staleSentence(stream, age) };
  }
  if (freshness?.state === "quiet") {
    const sentence = `It seldom ticks. ${lastTick(age)}.`;
    return { word: "quiet", figure: age === null ? "" : formatAge(age), sentence };
  }
  if (age !== null && age > SILENT_AFTER_MS) {
    return { word: "live", figure: formatAge(age), sentence: `${lastTick(age)}.` };
  }
  const lag = link.lagMs === null ? "" : formatMs(Math.max(0, link.lagMs));
  const told = lag ? `Updates arrive ${lag} after the server sent them.` : "Updates arrive.";
  return { word: "live", figure: lag, sentence: told };
}
