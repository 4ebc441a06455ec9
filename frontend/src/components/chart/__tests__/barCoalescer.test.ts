import { describe, expect, it } from "vitest";
import { BarCoalescer } from "../barCoalescer";

const bar = (time: number, close: number) => ({ time, open: 1, high: 9, low: 1, close });

function given() {
  const frames: (() => void)[] = [];
  const delivered: [number, number][] = [];
  const coalescer = new BarCoalescer((callback) => frames.push(callback));
  const open = () => coalescer.open(({ time, close }) => delivered.push([time, close]));
  const paint = () => frames.splice(0).forEach((callback) => callback());
  return { coalescer, delivered, frames, open, paint };
}

describe("bars between two frames", () => {
  it("become one hand-over of the newest state", () => {
    const { coalescer, delivered, frames, open, paint } = given();
    open();
    for (let close = 2; close <= 6; close += 1) coalescer.add(bar(60, close));
    expect(frames).toHaveLength(1);
    paint();
    expect(delivered).toEqual([[60, 6]]);
  });

  it("keep the last state of a bar that closed meanwhile, in order of time", () => {
    const { coalescer, delivered, open, paint } = given();
    open();
    [bar(60, 2), bar(120, 3), bar(60, 4)].forEach((update) => coalescer.add(update));
    paint();
    expect(delivered).toEqual([
      [60, 4],
      [120, 3],
    ]);
  });

  it("wait while the chart loads, and come when it opens", () => {
    const { coalescer, delivered, frames, open, paint } = given();
    coalescer.add(bar(60, 2));
    expect(frames).toHaveLength(0);
    open();
    paint();
    expect(delivered).toEqual([[60, 2]]);
  });

  it("are kept when the chart closes between request and paint, and dropped by clear", () => {
    const { coalescer, delivered, open, paint } = given();
    open();
    coalescer.add(bar(60, 2));
    coalescer.close();
    paint();
    expect(delivered).toEqual([]);
    coalescer.clear();
    open();
    paint();
    expect(delivered).toEqual([]);
  });
});
