/** Quotes of many symbols, drawn once a frame, and of each symbol by itself. */

import { computed, shallowRef, type ComputedRef, type ShallowRef } from "vue";
import { oncePerFrame } from "@/composables/account/oncePerFrame";
import { feedState, type FeedState } from "@/composables/feedState";
import type {
  LinkStatus,
  MarketFeed,
  MarketFreshness,
  StreamState,
} from "@/composables/marketFeed";
import { formatAge } from "@/components/formatting/times";
import { SymbolDays, type SymbolDay } from "./symbolDays";
import type {
  DatafeedQuoteValues,
  LibrarySymbolInfo,
} from "@public/trading_terminal/charting_library";

const CONNECTING: FeedState = {
  word: "connecting",
  figure: "",
  sentence: "Waiting for the server's answer.",
};
const WAITING: StreamState = { state: "waiting", code: null, message: null };
/** How much one gap between ticks weighs in what is usual. */
const GAP_WEIGHT = 0.1;
/** A line of a day is drawn rarely: a point of it is a quarter of an hour. */
const DAY_EVERY_MS = 300_000;

/** One watched symbol. What is reactive changes at most once a frame. */
export class WatchedSymbol {
  readonly quote = shallowRef<DatafeedQuoteValues | null>(null);
  readonly freshness = shallowRef<MarketFreshness | null>(null);
  readonly stream = shallowRef<StreamState>(WAITING);
  readonly instrument = shallowRef<LibrarySymbolInfo | null>(null);
  /** The line of its day: closes, oldest first. */
  readonly closes = shallowRef<readonly number[]>([]);
  readonly state: ComputedRef<FeedState>;
  /** Unix ms of this machine when its day was asked for; null before. */
  dayAskedAt: number | null = null;
  /** The newest there is: for sorting and exports, which look now and then. */
  newest: DatafeedQuoteValues | null = null;
  /** Unix ms of this machine; null before the first tick. */
  receivedAt: number | null = null;
  private _usualGapMs: number | null = null;

  constructor(
    readonly symbol: string,
    private readonly _openedAt: number,
    link: () => LinkStatus | null,
    clock: () => number,
  ) {
    this.state = computed(() => {
      const known = link();
      return known ? this._read(known, clock()) : CONNECTING;
    });
  }

  /** Take a tick, or what the server had before there was one. */
  take(values: DatafeedQuoteValues, isTick: boolean, now: number): void {
    this.newest = values;
    if (!isTick) return;
    if (this.receivedAt !== null) this._learn(now - this.receivedAt);
    this.receivedAt = now;
  }

  /** Say how fresh it is, in a sentence. */
  sentence(): string {
    const said = this.state.value.sentence;
    return this._usualGapMs === null
      ? said
      : `${said} Usually every ${formatAge(this._usualGapMs)}.`;
  }

  private _learn(gap: number): void {
    const usual = this._usualGapMs ?? gap;
    this._usualGapMs = usual + GAP_WEIGHT * (gap - usual);
  }

  private _read(link: LinkStatus, now: number): FeedState {
    return feedState({
      link,
      stream: this.stream.value,
      paused: false,
      streams: this.instrument.value?.data_status !== "endofday",
      lastTickAt: this.receivedAt,
      openedAt: this._openedAt,
      freshness: this.freshness.value,
      timezone: this.instrument.value?.timezone ?? "UTC",
      now,
    });
  }
}

/** The streams of the symbols that are watched, while somebody can see them. */
export class QuoteBoard {
  /** Unix ms of this machine, moved by `tick`: ages are told by it. */
  readonly clock: ShallowRef<number>;
  private readonly _link = shallowRef<LinkStatus | null>(null);
  private readonly _watched = new Map<string, { row: WatchedSymbol; stop: () => void }>();
  private readonly _changed = new Set<WatchedSymbol>();
  private readonly _days: SymbolDays;
  private readonly _draw: () => void;
  private readonly _leaveLink: () => void;

  constructor(
    private readonly _feed: MarketFeed,
    private readonly _now: () => number = Date.now,
    nextFrame?: (callback: () => void) => unknown,
  ) {
    this.clock = shallowRef(_now());
    this._days = new SymbolDays(_feed);
    this._draw = oncePerFrame(() => this._drawChanged(), nextFrame);
    this._leaveLink = _feed.watchLink((status) => (this._link.value = status));
  }

  /** Stream these symbols and no others. */
  watch(symbols: readonly string[]): void {
    const wanted = new Set(symbols);
    for (const [symbol, { stop }] of this._watched) {
      if (wanted.has(symbol)) continue;
      stop();
      this._watched.delete(symbol);
    }
    for (const symbol of wanted) if (!this._watched.has(symbol)) this._open(symbol);
  }

  /** A watched symbol; undefined for any other. */
  row(symbol: string): WatchedSymbol | undefined {
    return this._watched.get(symbol)?.row;
  }

  /** A row is in sight: see to what it shows beside its quote. */
  look(row: WatchedSymbol): void {
    const now = this._now();
    if (row.dayAskedAt !== null && now - row.dayAskedAt < DAY_EVERY_MS) return;
    row.dayAskedAt = now;
    const take = ({ instrument, closes }: SymbolDay): void => {
      row.instrument.value = instrument;
      row.closes.value = closes;
    };
    // Its stream says why a symbol is unknown; a line that did not come is asked for again later.
    this._days.read(row.symbol).then(take, () => undefined);
  }

  tick(): void {
    this.clock.value = this._now();
  }

  close(): void {
    this.watch([]);
    this._leaveLink();
  }

  private _open(symbol: string): void {
    const link = (): LinkStatus | null => this._link.value;
    const row = new WatchedSymbol(symbol, this._now(), link, () => this.clock.value);
    const take = (values: DatafeedQuoteValues, isTick: boolean): void => {
      row.take(values, isTick, this._now());
      this._changed.add(row);
      this._draw();
    };
    const endQuotes = this._feed.streamQuotes(symbol, take, {
      onState: (state) => (row.stream.value = state),
    });
    const endFreshness = this._feed.streamFreshness(symbol, (told) => (row.freshness.value = told));
    const stop = (): void => {
      endQuotes();
      endFreshness();
    };
    this._watched.set(symbol, { row, stop });
  }

  private _drawChanged(): void {
    this._changed.forEach((row) => (row.quote.value = row.newest));
    this._changed.clear();
  }
}
