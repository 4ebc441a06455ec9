/** Chooses what the page says about trouble, and where. */

import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import type { FeedState } from "./feedState";
import { remedyOf, unreachable, type Problem } from "./problem";

export interface Notice {
  problem: Problem;
  /** The words on its button, and what that button does; null where no button helps. */
  action: "Retry now" | "Search" | "Go live" | "Reload" | null;
  /** Whether the offline demo is a way to look around until then. */
  offersDemo?: boolean;
}

export interface Trouble {
  feed: FeedState;
  /** The server speaks a newer contract than this page. */
  outdated: boolean;
  streamCode: string | null;
  instrument: LibrarySymbolInfo | null;
  /** Why the symbol could not be resolved, or its history not loaded. */
  problem: Problem | null;
  /** The history has answered: there is not one bar. */
  empty: boolean;
}

/** Return what takes the chart's place: nothing can be drawn yet. */
export function chartNotice(trouble: Trouble): Notice | null {
  const { feed, instrument, problem, empty } = trouble;
  if (!instrument && problem) {
    const action = problem.code === "unknown_symbol" ? "Search" : "Retry now";
    return { problem, action };
  }
  if (!instrument && feed.word === "offline")
    return { problem: unreachable(), action: "Retry now", offersDemo: true };
  if (!instrument || !empty) return null;
  return { problem: noBars(instrument), action: "Search" };
}

/** Return what stands in one line above a chart that goes on showing what it has. */
export function stripNotice(trouble: Trouble): Notice | null {
  const { feed, outdated, streamCode, instrument, problem } = trouble;
  if (outdated) return { problem: OUTDATED, action: "Reload" };
  if (!instrument) return null;
  if (feed.word === "offline") {
    const remedy = "What you see stays.";
    const lost = { code: "offline", sentence: feed.sentence, remedy };
    return { problem: lost, action: "Retry now", offersDemo: true };
  }
  if (feed.word === "draining") {
    return { problem: { code: "draining", sentence: feed.sentence, remedy: "" }, action: null };
  }
  if (problem) return { problem, action: "Retry now" };
  if (feed.word !== "failed" && feed.word !== "ended") return null;
  const code = streamCode ?? feed.word;
  const action = code === "replay_ended" ? null : "Go live";
  return { problem: { code, sentence: feed.sentence, remedy: remedyOf(code) }, action };
}

const OUTDATED: Problem = {
  code: "incompatible_contract",
  sentence: "The server speaks a newer contract than this page.",
  remedy: "Reload to get the page that fits it.",
};

function noBars(instrument: LibrarySymbolInfo): Problem {
  return {
    code: "no_bars",
    sentence: `${instrument.name} has no bars of this resolution yet.`,
    remedy: "The first one appears by itself. Or choose another resolution or symbol.",
  };
}
