import { useStorage, type RemovableRef } from "@vueuse/core";

/** What a trader chooses once, for all layouts. */
export interface Settings {
  /** `colourBlind` has blue and orange for up and down. */
  palette: "standard" | "colourBlind";
  /** Whether the page asks before it does so. */
  confirm: { order: boolean; cancel: boolean; flatten: boolean };
}

export const FIRST_SETTINGS: Settings = {
  palette: "standard",
  confirm: { order: false, cancel: false, flatten: true },
};

/** The settings, remembered by this browser; what an older page has stored is completed. */
export function useSettings(): RemovableRef<Settings> {
  return useStorage<Settings>("trading-pro.settings", FIRST_SETTINGS, undefined, {
    mergeDefaults: (stored, defaults) => ({
      ...defaults,
      ...stored,
      confirm: { ...defaults.confirm, ...stored.confirm },
    }),
  });
}
