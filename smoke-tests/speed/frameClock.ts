/** Counts the page's frames, inside the page. */

export interface FrameReadings {
  /** Ms between two frames. */
  intervals: number[];
  /** Ms of each task over 50. */
  longTasks: number[];
}

export interface FrameClock {
  /** The number of the frame that is being made, or was made last. */
  frame: number;
  start(): void;
  stop(): FrameReadings;
}

/** Runs in the page, before its own scripts; no frame is asked for before the first start. */
export function installFrameClock(): void {
  let isOn = false;
  let last = 0;
  let readings: FrameReadings = { intervals: [], longTasks: [] };
  const slow = new PerformanceObserver((list) =>
    readings.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  function turn(now: number): void {
    requestAnimationFrame(turn);
    if (isOn && last > 0) readings.intervals.push(now - last);
    last = now;
    clock.frame += 1;
  }
  const clock: FrameClock = {
    frame: 0,
    start() {
      readings = { intervals: [], longTasks: [] };
      isOn = true;
      last = 0;
      slow.observe({ type: "longtask" });
      if (clock.frame === 0) requestAnimationFrame(turn);
    },
    stop() {
      isOn = false;
      slow.disconnect();
      return readings;
    },
  };
  Object.assign(window, { frameClock: clock });
}
