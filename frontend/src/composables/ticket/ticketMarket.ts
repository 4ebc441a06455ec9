import { useIntervalFn } from "@vueuse/core";
import { computed, onBeforeUnmount, shallowRef, watch, type Ref } from "vue";
import type { InstrumentInfo } from "@public/trading_terminal/charting_library";
import { formatPrice } from "@/components/formatting/numbers";
import { useAccount } from "@/composables/account/account";
import { feedState } from "@/composables/feedState";
import { FreshnessStream } from "@/composables/freshnessStream";
import { useMarketFeed, type LinkStatus } from "@/composables/marketFeed";
import { QuoteStream } from "@/composables/quoteStream";
import { usePanelInstrument } from "@/composables/terminal/panelInstrument";
import { decimal, fromNumber } from "./decimal";
import type { TicketMarket } from "./ticketReading";

const CLOCK_MS = 500;
const LIVE = { state: "live", code: null, message: null } as const;
const FIRST_DECIMALS = 2;

/** What the ticket sees of its symbol, streaming while it can be seen. */
export function useTicketMarket(symbol: Ref<string>, visible: Ref<boolean>) {
  const account = useAccount();
  const { now, link, quotes, freshness } = useQuotedSymbol(symbol, visible);
  const instrument = usePanelInstrument(symbol);
  const terms = useTerms(symbol);
  const decimals = computed(() => {
    const tick = fromNumber(terms.value?.minTick);
    return tick ? (tick.toFixed().split(".")[1]?.length ?? 0) : FIRST_DECIMALS;
  });
  const state = computed(
    () =>
      link.value &&
      feedState({
        link: link.value,
        stream: LIVE,
        paused: false,
        streams: instrument.value?.data_status !== "endofday",
        lastTickAt: quotes.receivedAt.value,
        openedAt: quotes.openedAt.value,
        freshness: freshness.freshness.value,
        timezone: instrument.value?.timezone ?? "UTC",
        now: now.value,
      }),
  );
  const market = computed<TicketMarket | null>(() => {
    const known = terms.value;
    const { bid, ask, lp } = quotes.quote.value ?? {};
    return (
      known && {
        symbol: symbol.value,
        ...stepsOf(known),
        bid: fromNumber(bid),
        ask: fromNumber(ask),
        last: fromNumber(lp),
        equity: fromNumber(account.equity.value?.equity),
        now: now.value,
      }
    );
  });
  return {
    market,
    terms,
    state,
    instrument,
    decimals,
    quote: quotes.quote,
    price: (value: number): string => formatPrice(value, decimals.value),
  };
}

function useQuotedSymbol(symbol: Ref<string>, visible: Ref<boolean>) {
  const feed = useMarketFeed();
  const quotes = new QuoteStream(feed);
  const freshness = new FreshnessStream(feed);
  const link = shallowRef<LinkStatus | null>(null);
  const now = shallowRef(Date.now());
  useIntervalFn(() => (now.value = Date.now()), CLOCK_MS);
  const close = (): void => {
    quotes.close();
    freshness.close();
  };
  watch(
    [symbol, visible],
    ([name, seen]) => {
      close();
      if (!seen) return;
      quotes.open(name);
      freshness.open(name);
    },
    { immediate: true },
  );
  const unwatch = feed.watchLink((status) => (link.value = status));
  onBeforeUnmount(() => {
    close();
    unwatch();
  });
  return { now, link, quotes, freshness };
}

/** What orders of the symbol keep to; null while it is asked. What failed is asked again. */
function useTerms(symbol: Ref<string>): Ref<InstrumentInfo | null> {
  const { broker, link } = useAccount();
  const terms = shallowRef<InstrumentInfo | null>(null);
  watch(
    [symbol, () => link.value.status],
    async ([name], [before]) => {
      if (name !== before) terms.value = null;
      if (terms.value) return;
      const found = await broker.symbolInfo(name).catch(() => null);
      if (name === symbol.value) terms.value = found;
    },
    { immediate: true },
  );
  return terms;
}

function stepsOf({ qty, minTick }: InstrumentInfo) {
  const exact = (value: number) => decimal(String(value));
  return {
    tick: exact(minTick),
    lot: exact(qty.step),
    minQty: exact(qty.min),
    maxQty: exact(qty.max),
  };
}
