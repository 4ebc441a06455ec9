/** How the freshness of a row is written: a word beside a colour. */

import type { FeedState, FeedWord } from "@/composables/feedState";

const SHOWN_FIGURE = new Set<FeedWord>(["stale", "quiet"]);
const DOUBTFUL = new Set<FeedWord>(["stale", "offline", "ended", "failed", "halted"]);

/** Whether a price may be another by now. */
export const isDoubtful = (word: FeedWord): boolean => DOUBTFUL.has(word);

export function stateText({ word, figure }: Pick<FeedState, "word" | "figure">): string {
  return SHOWN_FIGURE.has(word) && figure ? `${word} ${figure}` : word;
}
