import { shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import type { FeedWord } from "@/composables/feedState";
import { blockedBy } from "../blocked";

interface Case {
  status?: number;
  state?: string;
  feed?: FeedWord | null;
  isNew?: boolean;
}

function reason({ status = 1, state = "ACTIVE", feed = "live", isNew = true }: Case) {
  const account = { link: shallowRef({ status }), risk: shallowRef({ state }) };
  return blockedBy(account as never, feed, isNew);
}

describe("the way to the broker", () => {
  it.each<Case>([{}, { feed: null }, { feed: "stale" }, { state: "REDUCING" }])(
    "is open at %o",
    (scene) => {
      expect(reason(scene)).toBeNull();
    },
  );

  it.each<Case>([{ status: 2 }, { status: 3, isNew: false }, { feed: "offline" }])(
    "is cut at %o, for orders and changes",
    (scene) => {
      expect(reason(scene)).toContain("Offline: nothing can be sent");
    },
  );

  it("takes no new order of a halted account, but changes", () => {
    expect(reason({ state: "HALTED" })).toContain("halted");
    expect(reason({ state: "HALTED", isNew: false })).toBeNull();
  });
});
