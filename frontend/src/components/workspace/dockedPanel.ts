import type { DockviewPanelApi, GroupPanelPartInitParameters, IContentRenderer } from "dockview";
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from "vue";
import type { LinkColour, LinkGroup, Links } from "@/composables/terminal/links";
import type { PanelContext } from "@/composables/terminal/panel";
import type { PanelKind } from "@/composables/terminal/panelKinds";
import type { PanelParams } from "./defaultLayout";

let made = 0;

/** One panel of the dock: dockview gives it an element and moves that, the page fills it. */
export class DockedPanel implements IContentRenderer, PanelContext {
  /** Another one for a panel of the same id in another layout. */
  readonly serial = (made += 1);
  readonly element = document.createElement("div");
  readonly visible = ref(false);
  readonly colour: Ref<LinkColour | null> = ref(null);
  readonly link: ComputedRef<LinkGroup>;
  /** What is shown in it; null before dockview has said. */
  readonly kind: ShallowRef<PanelKind | null> = shallowRef(null);
  kept: Record<string, unknown> = {};
  private _api: DockviewPanelApi | null = null;

  constructor(
    readonly id: string,
    links: Links,
    private readonly _gone: (panel: DockedPanel) => void,
  ) {
    this.element.className = "docked";
    this.link = computed(() => links.of(this.colour.value, id));
  }

  init({ params, api }: GroupPanelPartInitParameters): void {
    const { kind, colour, kept } = params as Partial<PanelParams>;
    this._api = api;
    this.colour.value = colour ?? null;
    this.kept = { ...kept };
    this.visible.value = api.isVisible;
    api.onDidVisibilityChange(({ isVisible }) => (this.visible.value = isVisible));
    this.kind.value = kind ?? null;
  }

  dispose(): void {
    this._gone(this);
  }

  keep(members: Record<string, unknown>): void {
    this.kept = { ...this.kept, ...members };
    this._api?.updateParameters({ kept: this.kept });
  }

  follow(colour: LinkColour | null): void {
    this.colour.value = colour;
    this._api?.updateParameters({ colour });
  }

  entitle(title: string): void {
    this._api?.setTitle(title);
  }
}
