import { describe, expect, it } from "vitest";
import { joinFrames, parseFrames } from "../messages";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("frames", () => {
  it("[F7] are joined into arrays of 500 at most, in order", () => {
    const frames = Array.from({ length: 1201 }, (_, id) => ({ type: "q", id }));

    const messages = joinFrames(frames).map((text) => JSON.parse(text) as typeof frames);

    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(500);
    expect(messages.flat()).toEqual(frames);
  });

  it("[F5] are joined into messages of 64 KiB at most", () => {
    const frames = Array.from({ length: 300 }, (_, id) => ({
      type: "q",
      id,
      payload: "€".repeat(600),
    }));

    expect(Math.max(...joinFrames(frames).map(bytes))).toBeLessThanOrEqual(64 * 1024);
  });

  it("[F7] go as they are when alone", () => {
    expect(joinFrames([{ type: "ping" }])).toEqual(['{"type":"ping"}']);
    expect(joinFrames([])).toEqual([]);
  });

  it.each([
    ["[]", 0],
    ['{"type":"a"}', 1],
    ['[{"type":"a"},{"type":"b"}]', 2],
  ])("are read from %s", (text, count) => {
    expect(parseFrames(text)).toHaveLength(count);
  });

  it.each(["", "{", "1", "null", '{"type":1}', '[{"type":"a"},1]', 5, undefined])(
    "[F1] are not read from %j",
    (data) => {
      expect(parseFrames(data)).toBeNull();
    },
  );
});
