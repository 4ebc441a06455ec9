import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from "vue";
import { BarStream, type BarScreen } from "./barStream";
import { useChosenInstrument, type AskedInstrument } from "./chosenInstrument";
import { NO_LINK, type LinkStatus, type MarketFeed, type StreamReading } from "./marketFeed";
import { FreshnessStream } from "./freshnessStream";
import { QuoteStream } from "./quoteStream";

export type Market = ReturnType<typeof useMarket>;

/** What the page shows of the market, streaming from the start, and the ways to steer it. */
export function useMarket(feed: MarketFeed, screen: BarScreen, asked: AskedInstrument) {
  const chosen = useChosenInstrument(feed, asked);
  const bars = new BarStream(feed, screen);
  const quotes = new QuoteStream(feed);
  const market = new FreshnessStream(feed);
  const source = shallowRef<string | null>(null);
  const link = useLink(feed, opened);

  /** What was asked before the first connection is under way, unless it has failed. */
  function opened(again: boolean): void {
    if (again || chosen.problem.value) catchUp();
    else void askSource();
  }

  /** Ask again for what a missing server left open. */
  function catchUp(): void {
    void askSource();
    if (!chosen.instrument.value) void chosen.resolve();
    else if (bars.problem.value) screen.reload();
  }

  /** A server that returns may serve another feed. */
  async function askSource(): Promise<void> {
    source.value = await feed.source().catch(() => source.value);
  }

  function goLive(): void {
    const wasPaused = bars.paused.value;
    bars.goLive();
    if (wasPaused) quotes.open(chosen.symbol.value);
    catchUp();
  }

  function pause(): void {
    bars.pause();
    quotes.pause();
  }

  function retry(): void {
    feed.reconnect();
    catchUp();
  }

  const readBars = (): StreamReading | null =>
    feed.readBars(chosen.symbol.value, chosen.resolution.value);

  followChoice(chosen, bars, quotes, market);
  void chosen.resolve();
  const { freshness } = market;
  return { chosen, bars, quotes, freshness, link, source, readBars, goLive, pause, retry };
}

function followChoice(
  { symbol, resolution }: ReturnType<typeof useChosenInstrument>,
  bars: BarStream,
  quotes: QuoteStream,
  market: FreshnessStream,
): void {
  const now = { immediate: true };
  watch([symbol, resolution], ([name, length]) => bars.open(name, length), now);
  const openQuotes = (name: string): void => {
    quotes.close();
    market.open(name);
    if (!bars.paused.value) quotes.open(name);
  };
  watch(symbol, openQuotes, now);
  onBeforeUnmount(() => {
    bars.close();
    quotes.close();
    market.close();
  });
}

/** The link's status; `onOpen` learns whether a connection was there, or tried in vain, before. */
function useLink(feed: MarketFeed, onOpen: (again: boolean) => void): ShallowRef<LinkStatus> {
  const link = shallowRef<LinkStatus>(NO_LINK);
  let again = false;
  onBeforeUnmount(feed.watchLink((status) => (link.value = status)));
  watch(
    () => link.value.state,
    (state) => {
      if (state === "live") onOpen(again);
      if (state === "offline") again = true;
    },
  );
  return link;
}
