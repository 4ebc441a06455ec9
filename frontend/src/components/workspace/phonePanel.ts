import { computed, ref } from "vue";
import type { LinkColour, Links } from "@/composables/terminal/links";
import type { PanelContext } from "@/composables/terminal/panel";
import type { PanelKind } from "@/composables/terminal/panelKinds";

/** A panel of a narrow screen, where all show one symbol and one is seen at a time. */
export function phonePanel(
  kind: PanelKind,
  links: Links,
  isSeen: (kind: PanelKind) => boolean,
  kept: Record<string, unknown> = {},
): PanelContext {
  const colour = ref<LinkColour | null>("blue");
  return {
    id: `phone:${kind}`,
    colour,
    visible: computed(() => isSeen(kind)),
    link: computed(() => links.of(colour.value, kind)),
    kept,
    keep: (members) => void Object.assign(kept, members),
    entitle: () => undefined,
  };
}
