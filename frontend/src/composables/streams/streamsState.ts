/** Joins what the socket, the server's stream and the clock say into one word for the reader. */

import { formatAge } from "@/components/formatting/times";
import { asSentence } from "../problem";
import type { ConnectionStatus, TopicStatus } from "./streamsFeed";

export interface StreamsState {
  word: "connecting" | "live" | "stale" | "offline" | "draining" | "failed" | "untold";
  /** What stands beside the word. */
  figure: string;
  sentence: string;
}

export interface StreamsSigns {
  link: ConnectionStatus;
  /** How the stream of the server's activity fares. */
  server: TopicStatus;
  /** Whether the server has said that it leaves. */
  draining: boolean;
  /** Unix ms when the server last told of itself; null before the first time. */
  heardAt: number | null;
  now: number;
}

/** The server tells once a second. */
const SILENT_AFTER_MS = 3000;
const LEAVING = "The server is leaving. What streams here comes back by itself from the next one.";
const UNTOLD =
  "This server does not tell of itself: its TP_MODULES lacks operations. This page's own streams are complete.";

export function streamsState(signs: StreamsSigns): StreamsState {
  return unconnected(signs) ?? connected(signs);
}

function unconnected({ link, now }: StreamsSigns): StreamsState | null {
  if (link.state === "live") return null;
  if (link.state === "connecting") {
    return { word: "connecting", figure: "", sentence: "Waiting for the server's answer." };
  }
  const reason = asSentence(link.reason ?? "the connection was lost");
  if (link.state === "closed") return { word: "failed", figure: "", sentence: reason };
  const wait = Math.max(0, Math.ceil(((link.retryAt ?? now) - now) / 1000));
  const next = wait > 0 ? `Trying again in ${wait} s.` : "Trying again now.";
  return { word: "offline", figure: wait > 0 ? `${wait} s` : "", sentence: `${reason} ${next}` };
}

function connected({ link, server, draining, heardAt, now }: StreamsSigns): StreamsState {
  // A connection that is live has a reason only when the server has taken its leave.
  if (draining || link.reason !== null) return { word: "draining", figure: "", sentence: LEAVING };
  if (server.state === "failed") {
    const { code, message } = server.reason ?? { code: "", message: "the server refused" };
    const sentence = code === "unknown_type" ? UNTOLD : asSentence(message);
    return { word: "untold", figure: "", sentence };
  }
  if (heardAt === null) {
    return { word: "connecting", figure: "", sentence: "Waiting for what the server tells." };
  }
  const silence = now - heardAt;
  if (silence > SILENT_AFTER_MS) {
    const age = formatAge(silence);
    const sentence = `The server has said nothing for ${age}; it tells of itself once a second.`;
    return { word: "stale", figure: age, sentence };
  }
  return { word: "live", figure: "", sentence: "The server tells of itself once a second." };
}
