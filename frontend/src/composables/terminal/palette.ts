import { computed, type Ref } from "vue";
import { useMarketFeed } from "@/composables/marketFeed";
import { useSymbolSearch } from "@/composables/symbolSearch";
import type { Command, Commands } from "./commands";

/** One line of the palette: a command, or a symbol to show. */
export interface Choice {
  id: string;
  title: string;
  group: string;
  keys: string | null;
  refusal: string | null;
  symbol: string | null;
}

const MOST_SYMBOLS = 8;

/** What fits what is typed: commands first, then symbols. */
export function usePalette(commands: Commands, open: Readonly<Ref<boolean>>) {
  const { input, hits } = useSymbolSearch(useMarketFeed(), open);
  const choices = computed<Choice[]>(() => {
    const words = wordsOf(input.value);
    const found = commands.all.filter((command) => fits(command, words)).map(choiceOf);
    const symbols = words.length === 0 ? [] : hits.value.slice(0, MOST_SYMBOLS);
    return [
      ...found,
      ...symbols.map(({ symbol, description }) => ({
        id: `symbol:${symbol}`,
        title: `${symbol} · ${description}`,
        group: "Symbol",
        keys: null,
        refusal: null,
        symbol,
      })),
    ];
  });
  return { input, choices };
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Each word begins a word of the command. */
export function fits({ title, group, also = "" }: Command, words: readonly string[]): boolean {
  const own = wordsOf(`${title} ${group} ${also}`);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

function choiceOf({ id, title, group, keys = "", refusal }: Command): Choice {
  const why = refusal?.() ?? null;
  return { id, title, group, keys: keys || null, refusal: why, symbol: null };
}
