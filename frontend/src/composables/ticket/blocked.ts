import type { AccountDesk } from "@/composables/account/accountDesk";
import type { FeedWord } from "@/composables/feedState";

const CONNECTED = 1;
const CUT: ReadonlySet<FeedWord> = new Set(["offline", "failed"]);

/** Say why nothing can be sent now; null where it can. What is halted may still change its orders. */
export function blockedBy(
  { link, risk }: Pick<AccountDesk, "link" | "risk">,
  feed: FeedWord | null,
  isNew: boolean,
): string | null {
  const isCut = link.value.status !== CONNECTED || (feed !== null && CUT.has(feed));
  if (isCut) return "Offline: nothing can be sent.";
  const isHalted = isNew && risk.value?.state === "HALTED";
  return isHalted ? "The account is halted: resume trading in it first." : null;
}
