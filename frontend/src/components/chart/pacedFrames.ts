/** Frames for a chart that is costly to paint: a slow machine keeps time for all else. */

import type { RequestFrame } from "./barCoalescer";

/** Two frames, in ms, at sixty a second with some air: whoever needs longer is short of time. */
const TWO_FRAMES_MS = 45;

/**
 * Return a way to ask for a frame that pauses after a slow one, for as long as that one took.
 *
 * The chart hands its drawing to the next frame, so its cost shows after two. Where frames come in
 * time nothing is ever held back.
 */
export function pacedFrames(
  requestFrame: RequestFrame = (callback) => void requestAnimationFrame(callback),
  now: () => number = () => performance.now(),
): RequestFrame {
  let pausedUntil = -Infinity;

  function measure(begun: number): void {
    requestFrame(() =>
      requestFrame(() => {
        const took = now() - begun;
        if (took > TWO_FRAMES_MS) pausedUntil = now() + took;
      }),
    );
  }

  function whenDue(callback: () => void): void {
    requestFrame(() => {
      if (now() < pausedUntil) {
        whenDue(callback);
        return;
      }
      measure(now());
      callback();
    });
  }

  return whenDue;
}
