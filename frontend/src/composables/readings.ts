import { useIntervalFn } from "@vueuse/core";
import { computed, shallowRef, watch, type Ref } from "vue";
import type { ChartSubject, HoveredBar } from "@/components/chart/chartHost";
import { decimalsOf, formatPrice } from "@/components/formatting/numbers";
import { lagWords } from "./chartLag";
import { feedState, lastTick, type FeedWord } from "./feedState";
import type { Market } from "./market";
import { chartNotice, stripNotice, type Trouble } from "./notice";
import { useOnScreen } from "./onScreen";

/** Twice a second, so that a countdown in seconds never skips one. */
const CLOCK_MS = 500;

/** What a reader is told of the market: derived, never stored. */
export function useReadings({ chosen, bars, quotes, freshness, link, readBars }: Market) {
  const now = shallowRef(Date.now());
  useIntervalFn(() => (now.value = Date.now()), CLOCK_MS);
  const hovered = shallowRef<HoveredBar | null>(null);

  const decimals = computed(() => decimalsOf(chosen.instrument.value?.pricescale ?? 100));
  const subject = computed<ChartSubject | null>(() => {
    const instrument = chosen.instrument.value;
    if (!instrument) return null;
    return {
      symbol: chosen.symbol.value,
      resolution: chosen.resolution.value,
      priceDecimals: decimals.value,
      volumeDecimals: instrument.volume_precision ?? 0,
      timezone: instrument.timezone,
      session: instrument.session,
    };
  });
  const state = computed(() =>
    feedState({
      link: link.value,
      stream: bars.state.value,
      paused: bars.paused.value,
      streams: chosen.instrument.value?.data_status !== "endofday",
      lastTickAt: quotes.receivedAt.value,
      openedAt: quotes.openedAt.value,
      freshness: freshness.value,
      timezone: chosen.instrument.value?.timezone ?? "UTC",
      now: now.value,
    }),
  );
  const trouble = computed<Trouble>(() => ({
    feed: state.value,
    outdated: link.value.outdated,
    streamCode: bars.state.value.code,
    instrument: chosen.instrument.value,
    problem: chosen.problem.value ?? bars.problem.value,
    empty: bars.empty.value,
  }));
  const shown = computed(() => hovered.value ?? newestBar(bars));

  const last = computed(() => quotes.quote.value?.lp);
  const price = computed(() =>
    last.value === undefined ? "" : `${formatPrice(last.value, decimals.value)} `,
  );
  tellTitle(now, chosen.symbol, price);

  return {
    now,
    hovered,
    legend: legendSubject(subject, shown),
    decimals,
    subject,
    state,
    shown,
    // Read by the clock: what has come is counted, not watched.
    lag: computed(() => lagWords(readBars(), now.value)),
    staleReason: computed(() => staleWords(state.value.word, quotes.receivedAt.value, now.value)),
    chartNotice: computed(() => chartNotice(trouble.value)),
    stripNotice: computed(() => stripNotice(trouble.value)),
  };
}

/** By the clock, not by the tick: a browser takes a new title to be costly. */
function tellTitle(now: Ref<number>, symbol: Ref<string>, price: Ref<string>): void {
  const onScreen = useOnScreen();
  watch([now, symbol], () => {
    if (onScreen.value) document.title = `${price.value}${symbol.value} · Trading Pro`;
  });
}

function newestBar({ newest, previous }: Market["bars"]): HoveredBar | null {
  return newest.value && { bar: newest.value, previous: previous.value };
}

/** The legend's subject: none before the first bar, then never none again. */
function legendSubject(
  subject: Ref<ChartSubject | null>,
  shown: Ref<HoveredBar | null>,
): Ref<ChartSubject | null> {
  const legend = shallowRef<ChartSubject | null>(null);
  watch([subject, shown], ([now, bar]) => {
    if (now && (bar ?? legend.value)) legend.value = now;
  });
  return legend;
}

/** Words of a price that is the newest there is. */
const TRUSTED = new Set<FeedWord>([
  "live",
  "demo",
  "quiet",
  "closed",
  "connecting",
  "history only",
]);

/** Say why a price must not be trusted, for as long as that is so. */
function staleWords(word: FeedWord, receivedAt: number | null, now: number): string | null {
  if (TRUSTED.has(word)) return null;
  return lastTick(receivedAt === null ? null : now - receivedAt);
}
