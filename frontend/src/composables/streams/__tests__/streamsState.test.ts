import { describe, expect, it } from "vitest";
import type { ConnectionStatus } from "../streamsFeed";
import { streamsState, type StreamsSigns } from "../streamsState";

const NOW = 1_700_000_000_000;
const LIVE = { state: "live", reason: null, retryAt: null } as ConnectionStatus;
const GOOD: StreamsSigns = {
  link: LIVE,
  server: { state: "live" },
  draining: false,
  heardAt: NOW - 900,
  now: NOW,
};
const refusal = (code: string) => ({ code, message: "no such thing", temporary: false });

describe("how the streams fare, in a word", () => {
  it.each<[string, Partial<StreamsSigns>, string]>([
    ["live", {}, ""],
    ["connecting", { link: { ...LIVE, state: "connecting" } }, ""],
    ["connecting", { heardAt: null }, ""],
    ["stale", { heardAt: NOW - 9000 }, "9 s"],
    ["offline", { link: { ...LIVE, state: "offline", retryAt: NOW + 4100 } }, "5 s"],
    ["offline", { link: { ...LIVE, state: "offline", retryAt: NOW - 1 } }, ""],
    ["failed", { link: { ...LIVE, state: "closed", reason: "too many bad frames" } }, ""],
    ["draining", { draining: true }, ""],
    ["draining", { link: { ...LIVE, reason: "the server is restarting" } }, ""],
    ["untold", { server: { state: "failed", reason: refusal("unknown_type") } }, ""],
  ])("%s (%#)", (word, signs, figure) => {
    expect(streamsState({ ...GOOD, ...signs })).toMatchObject({ word, figure });
  });

  it("says why, and when it tries again", () => {
    const link = { ...LIVE, state: "offline" as const, reason: "the server does not answer" };
    const { sentence } = streamsState({ ...GOOD, link: { ...link, retryAt: NOW + 3000 } });

    expect(sentence).toBe("The server does not answer. Trying again in 3 s.");
  });

  it("tells a server without the module from one that refuses", () => {
    const said = (code: string) =>
      streamsState({ ...GOOD, server: { state: "failed", reason: refusal(code) } }).sentence;

    expect(said("unknown_type")).toContain("TP_MODULES");
    expect(said("limit_exceeded")).toBe("No such thing.");
  });
});
