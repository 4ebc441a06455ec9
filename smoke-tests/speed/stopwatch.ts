/** Watches, inside the page, how soon a quote that came is drawn, and how even the frames are. */

export interface Readings {
  /** Of each quote that changed a price in sight: frames and ms from callback to its frame. */
  frames: number[];
  waits: number[];
  /** Ms between two frames. */
  intervals: number[];
  longTasks: number[];
}

export interface Stopwatch {
  /** How many quotes have come since the page was opened. */
  heard(): number;
  start(): void;
  stop(): Readings;
}

/** Runs in the page, before its own scripts; frames are counted from its first start on. */
export function installStopwatch(): void {
  let isOn = false;
  let heard = 0;
  let frame = 0;
  let lastFrame = 0;
  const fresh = (): Readings => ({
    frames: [],
    waits: [],
    intervals: [],
    longTasks: [],
  });
  let readings = fresh();
  const prices = new Map<string, number>();
  const pending = new Map<string, { frame: number; at: number }>();

  function turn(now: number): void {
    requestAnimationFrame(turn);
    if (isOn && lastFrame > 0) readings.intervals.push(now - lastFrame);
    lastFrame = now;
    frame += 1;
  }
  /** Note what came, at the moment before the page's own callback hears it. */
  function hear(data: unknown): void {
    const parsed: unknown = JSON.parse(String(data));
    const at = performance.now();
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      const { type, payload } = one as { type: string; payload: { payload?: unknown } };
      const quote = payload?.payload as { n: string; v: { lp: number } } | undefined;
      if (type !== "quotes.update" || quote?.v === undefined) continue;
      const before = prices.get(quote.n);
      prices.set(quote.n, quote.v.lp);
      if (before === undefined || before === quote.v.lp || pending.has(quote.n)) continue;
      if (document.querySelector(`[data-row="${quote.n}"]`)) pending.set(quote.n, { frame, at });
    }
  }
  function drawn(changes: MutationRecord[]): void {
    const now = performance.now();
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const cell = element?.closest('[data-column="last"]');
      const symbol = cell?.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? "";
      const since = pending.get(symbol);
      if (!since) continue;
      pending.delete(symbol);
      readings.frames.push(frame - since.frame);
      readings.waits.push(now - since.at);
    }
  }

  const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage") ?? {};
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    set(this: WebSocket, handler: (event: MessageEvent) => void) {
      set?.call(this, (event: MessageEvent) => {
        heard += String(event.data).split('"quotes.update"').length - 1;
        if (isOn) hear(event.data);
        handler(event);
      });
    },
  });
  const seen = new MutationObserver(drawn);
  const slow = new PerformanceObserver((list) =>
    readings.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  const stopwatch: Stopwatch = {
    heard: () => heard,
    start() {
      readings = fresh();
      [prices, pending].forEach((map) => map.clear());
      isOn = true;
      lastFrame = 0;
      seen.observe(document.body, { characterData: true, childList: true, subtree: true });
      slow.observe({ type: "longtask" });
      if (frame === 0) requestAnimationFrame(turn);
    },
    stop() {
      isOn = false;
      seen.disconnect();
      slow.disconnect();
      return readings;
    },
  };
  Object.assign(window, { stopwatch });
}
