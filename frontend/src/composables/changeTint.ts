import { usePreferredReducedMotion } from "@vueuse/core";
import { watch, type Ref } from "vue";

/** Long enough to be seen, short enough not to smear over the next change. */
const TINT_MS = 200;

/** Tint an element's ground for a moment, up or down, when its value changes; nothing else moves. */
export function useChangeTint(
  element: Readonly<Ref<HTMLElement | null>>,
  value: () => number | null,
): void {
  const motion = usePreferredReducedMotion();
  watch(value, (now, before) => {
    if (now === null || before === null || now === before || motion.value === "reduce") return;
    const token = now > before ? "--up" : "--down";
    element.value?.animate(
      [
        { backgroundColor: `color-mix(in srgb, var(${token}) 32%, transparent)` },
        { backgroundColor: "transparent" },
      ],
      TINT_MS,
    );
  });
}
