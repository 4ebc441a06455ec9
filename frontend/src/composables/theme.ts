import { usePreferredDark, useStorage } from "@vueuse/core";
import { computed, watchEffect, type ComputedRef } from "vue";

export type Theme = "light" | "dark";

/** Also read by index.html before the first paint. */
const STORED_AS = "trading-pro.theme";

/** The page's theme: the system's until one is chosen, then the chosen one, remembered. */
export function useTheme(): { theme: ComputedRef<Theme>; toggle: () => void } {
  const chosen = useStorage<Theme | null>(STORED_AS, null, undefined, {
    serializer: {
      read: (text) => (text === "light" || text === "dark" ? text : null),
      write: (value) => value ?? "",
    },
  });
  const systemIsDark = usePreferredDark();
  const theme = computed<Theme>(() => chosen.value ?? (systemIsDark.value ? "dark" : "light"));
  watchEffect(() => {
    if (chosen.value) document.documentElement.dataset["theme"] = chosen.value;
  });
  const toggle = (): void => {
    chosen.value = theme.value === "dark" ? "light" : "dark";
  };
  return { theme, toggle };
}
