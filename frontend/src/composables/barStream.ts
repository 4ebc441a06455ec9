import { ref, shallowRef } from "vue";
import type { Bar } from "@public/trading_terminal/charting_library";
import type { MarketFeed, StreamState } from "./marketFeed";
import { problemOf, type Problem } from "./problem";

/** The chart that the stream moves; it asks for the past through `loadHistory`. */
export interface BarScreen {
  update(bar: Bar): void;
  reload(): void;
}

export interface BarPage {
  bars: Bar[];
  more: boolean;
}

const WAITING: StreamState = { state: "waiting", code: null, message: null };

/** The bars of one symbol and resolution at a time: their past on demand, the present streamed. */
export class BarStream {
  /** The newest bar that anybody has told of, and the one before it. */
  readonly newest = shallowRef<Bar | null>(null);
  readonly previous = shallowRef<Bar | null>(null);
  readonly state = shallowRef<StreamState>(WAITING);
  readonly problem = shallowRef<Problem | null>(null);
  readonly paused = ref(false);
  /** Whether history has answered that there is not a single bar. */
  readonly empty = ref(false);
  private _subject: { symbol: string; resolution: string } | null = null;
  private _stop: (() => void) | null = null;

  constructor(
    private readonly _feed: MarketFeed,
    private readonly _screen: BarScreen,
  ) {}

  open(symbol: string, resolution: string): void {
    this.close();
    this._subject = { symbol, resolution };
    if (!this.paused.value) this._subscribe();
  }

  /** End in a live subscription, whatever was before; what was missed is loaded. */
  goLive(): void {
    const held = this._stop !== null && !["ended", "failed"].includes(this.state.value.state);
    const missed = !held || this.problem.value !== null;
    this.paused.value = false;
    this.problem.value = null;
    if (!held) this._unsubscribe();
    this._subscribe();
    if (missed) this._screen.reload();
  }

  pause(): void {
    this.paused.value = true;
    this._unsubscribe();
  }

  close(): void {
    this._unsubscribe();
    this._subject = null;
    this.newest.value = null;
    this.previous.value = null;
    this.problem.value = null;
    this.empty.value = false;
  }

  /** Load the newest `count` bars before `before` (Unix ms; null: up to now), ascending. */
  async loadHistory(before: number | null, count: number): Promise<BarPage> {
    const asked = this._subject;
    if (!asked) return { bars: [], more: false };
    try {
      const page = await this._feed.history(asked.symbol, asked.resolution, { before, count });
      if (asked === this._subject && before === null) this._startFrom(page.bars);
      return { bars: page.bars, more: !page.noData && page.bars.length > 0 };
    } catch (error) {
      if (asked === this._subject) this.problem.value = problemOf(error);
      throw error;
    }
  }

  private _subscribe(): void {
    if (!this._subject || this._stop) return;
    this.state.value = WAITING;
    const { symbol, resolution } = this._subject;
    this._stop = this._feed.streamBars(symbol, resolution, (bar) => this._take(bar), {
      onReset: () => this._screen.reload(),
      onState: (state) => (this.state.value = state),
    });
  }

  private _unsubscribe(): void {
    this._stop?.();
    this._stop = null;
    this.state.value = WAITING;
  }

  private _take(bar: Bar): void {
    this._note(bar);
    this._screen.update(bar);
  }

  private _note(bar: Bar): void {
    const newest = this.newest.value;
    if (newest && bar.time < newest.time) return;
    if (newest && bar.time > newest.time) this.previous.value = newest;
    this.newest.value = bar;
    this.empty.value = false;
  }

  private _startFrom(bars: Bar[]): void {
    this.problem.value = null;
    this.empty.value = bars.length === 0 && this.newest.value === null;
    const newest = this.newest.value;
    // The stream may be ahead of this answer: then only the bar before its own is news.
    if (newest) this.previous.value = bars.filter((bar) => bar.time < newest.time).at(-1) ?? null;
    else for (const bar of bars.slice(-2)) this._note(bar);
  }
}
