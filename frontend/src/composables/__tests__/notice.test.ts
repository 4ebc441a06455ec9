// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { FeedState } from "../feedState";
import { chartNotice, stripNotice, type Trouble } from "../notice";
import { problemOf, remedyOf, textOf } from "../problem";
import { instrumentOf } from "./fakeMarketFeed";

const live: FeedState = { word: "live", figure: "12 ms", sentence: "Updates arrive." };
const offline: FeedState = {
  word: "offline",
  figure: "4 s",
  sentence: "Lost. Trying again in 4 s.",
};
const unknown = problemOf(Object.assign(new Error("No symbol X."), { code: "unknown_symbol" }));

const trouble = (part: Partial<Trouble>): Trouble => ({
  feed: live,
  outdated: false,
  streamCode: null,
  instrument: instrumentOf("AAPL"),
  problem: null,
  empty: false,
  ...part,
});

describe("in place of the chart", () => {
  it("stands nothing while all is well, or while a first answer is awaited", () => {
    expect(chartNotice(trouble({}))).toBeNull();
    expect(chartNotice(trouble({ instrument: null }))).toBeNull();
  });

  it("stands how to start the server when none answers", () => {
    const notice = chartNotice(trouble({ instrument: null, feed: offline }));
    expect(notice?.problem.command).toBe("make run");
    expect(notice?.action).toBe("Retry now");
  });

  it("stands the way to another symbol when this one is unknown or has no bars", () => {
    expect(chartNotice(trouble({ instrument: null, problem: unknown }))?.action).toBe("Search");
    expect(chartNotice(trouble({ empty: true }))?.problem.code).toBe("no_bars");
  });
});

describe("above the chart", () => {
  it("stands nothing while it is live, nor while nothing is drawn yet", () => {
    expect(stripNotice(trouble({}))).toBeNull();
    expect(stripNotice(trouble({ instrument: null, feed: offline }))).toBeNull();
  });

  it("stands the way to a newer page when the server has outgrown this one", () => {
    expect(stripNotice(trouble({ outdated: true }))?.action).toBe("Reload");
  });

  it("stands the countdown while offline", () => {
    const notice = stripNotice(trouble({ feed: offline }));
    expect(notice?.problem.sentence).toContain("Trying again in 4 s.");
    expect(notice?.action).toBe("Retry now");
  });

  it.each(["ended", "failed"] as const)("stands why the stream %s, with its code", (word) => {
    const feed: FeedState = { word, figure: "", sentence: "The stream could not start." };
    const notice = stripNotice(trouble({ feed, streamCode: "topic_failed" }));
    expect(notice?.problem).toMatchObject({ code: "topic_failed", sentence: feed.sentence });
    expect(notice?.action).toBe("Go live");
  });

  it("tells of a server that takes its leave, without a button", () => {
    const feed: FeedState = { word: "draining", figure: "", sentence: "The server ends." };
    expect(stripNotice(trouble({ feed }))).toMatchObject({
      problem: { code: "draining", sentence: "The server ends." },
      action: null,
    });
  });

  it("offers no button at the end of a replay, where none helps", () => {
    const feed: FeedState = { word: "ended", figure: "", sentence: "The file is at its end." };
    expect(stripNotice(trouble({ feed, streamCode: "replay_ended" }))?.action).toBeNull();
  });
});

describe("a problem", () => {
  it("names the flag that plays a file again", () => {
    expect(remedyOf("replay_ended")).toContain("--replay-from-start");
  });

  it("has a code, a sentence and a remedy, whatever was thrown", () => {
    expect(problemOf("text")).toMatchObject({ code: "unknown", sentence: "Text." });
    expect(unknown.remedy).toContain("Search");
  });

  it("is copied whole", () => {
    expect(textOf(unknown)).toBe(`unknown_symbol: No symbol X.\n${unknown.remedy}`);
  });
});
