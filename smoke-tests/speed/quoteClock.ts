/** Watches, inside the page, how soon a quote that came is drawn. */
import type { FrameClock } from "./frameClock";

export interface QuoteReadings {
  /** Of each quote that changed a price in sight, from the callback to the change of its cell. */
  frames: number[];
  waits: number[];
}

export interface QuoteClock {
  /** How many quotes have come since the page was opened. */
  heard(): number;
  start(): void;
  stop(): QuoteReadings;
}

/** Runs in the page, before its own scripts and behind `installFrameClock`. */
export function installQuoteClock(): void {
  let isOn = false;
  let heard = 0;
  let readings: QuoteReadings = { frames: [], waits: [] };
  const { frameClock } = window as unknown as { frameClock: FrameClock };
  const pending = new Map<string, { frame: number; at: number }>();

  /** Note what came, before the page's own callback hears it. */
  function hear(data: string): void {
    const parsed: unknown = JSON.parse(data);
    const at = performance.now();
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      const { type, payload } = one as { type: string; payload: { payload?: unknown } };
      const quote = payload?.payload as { n: string; v: { lp: number } } | undefined;
      if (type !== "quotes.update" || quote?.v === undefined) continue;
      const cell = document.querySelector(`[data-row="${quote.n}"] [data-column="last"]`);
      // What came back to the price that stands there has nothing to be drawn.
      if (cell === null || cell.textContent.trim() === quote.v.lp.toFixed(2)) {
        pending.delete(quote.n);
      } else if (!pending.has(quote.n)) {
        pending.set(quote.n, { frame: frameClock.frame, at });
      }
    }
  }
  const seen = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const row = element?.closest('[data-column="last"]')?.closest<HTMLElement>("[data-row]");
      const symbol = row?.dataset["row"] ?? "";
      const since = pending.get(symbol);
      if (!since) continue;
      pending.delete(symbol);
      readings.frames.push(frameClock.frame - since.frame);
      readings.waits.push(performance.now() - since.at);
    }
  });
  const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage") ?? {};
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    set(this: WebSocket, handler: (event: MessageEvent<string>) => void) {
      set?.call(this, (event: MessageEvent<string>) => {
        heard += event.data.split('"quotes.update"').length - 1;
        if (isOn) hear(event.data);
        handler(event);
      });
    },
  });
  const clock: QuoteClock = {
    heard: () => heard,
    start() {
      readings = { frames: [], waits: [] };
      pending.clear();
      isOn = true;
      seen.observe(document.body, { characterData: true, childList: true, subtree: true });
    },
    stop() {
      isOn = false;
      seen.disconnect();
      return readings;
    },
  };
  Object.assign(window, { quoteClock: clock });
}
