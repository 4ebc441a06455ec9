import { describe, expect, it } from "vitest";
import { pacedFrames } from "../pacedFrames";

/** A display that shows a frame each `frameMs`, and a chart that is drawn whenever it may be. */
function paints(frameMs: number, frames: number): number {
  let now = 0;
  let waiting: (() => void)[] = [];
  let painted = 0;
  const request = pacedFrames(
    (callback) => waiting.push(callback),
    () => now,
  );
  const paint = (): void => {
    painted += 1;
    request(paint);
  };
  request(paint);
  for (let frame = 0; frame < frames; frame += 1) {
    now += frameMs;
    const due = waiting;
    waiting = [];
    due.forEach((callback) => callback());
  }
  return painted;
}

describe("frames of the chart", () => {
  it("are all used where they come in time", () => {
    expect(paints(1000 / 60, 60)).toBe(60);
  });

  it("leave about half the time free where painting is slow", () => {
    const painted = paints(50, 60);
    expect(painted).toBeGreaterThan(15);
    expect(painted).toBeLessThan(45);
  });
});
