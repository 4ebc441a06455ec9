import type { ITabRenderer, TabPartInitParameters } from "dockview";
import { effectScope, watchEffect } from "vue";
import { LINK_COLOURS } from "@/composables/terminal/links";
import type { DockedPanel } from "./dockedPanel";

/** A tab: the colour of its link, its title, and the button that closes it. */
export class LinkTab implements ITabRenderer {
  readonly element = document.createElement("div");
  private readonly _dot = button("link");
  private readonly _title = document.createElement("span");
  private readonly _close = button("close");
  private readonly _scope = effectScope(true);

  constructor(private readonly _panel: () => DockedPanel | undefined) {
    this.element.className = "link-tab";
    this.element.append(this._dot, this._title, this._close);
    this._close.textContent = "×";
  }

  init({ title, api }: TabPartInitParameters): void {
    this._name(title);
    api.onDidTitleChange((event) => this._name(event.title));
    this._dot.onclick = () => this._next();
    this._close.onclick = (event) => {
      event.preventDefault();
      api.close();
    };
    // A press on a button is no drag of the tab.
    for (const control of [this._dot, this._close])
      control.onpointerdown = (event) => event.stopPropagation();
    this._scope.run(() => watchEffect(() => this._paint()));
  }

  dispose(): void {
    this._scope.stop();
  }

  private _name(title: string): void {
    this._title.textContent = title;
    this._close.ariaLabel = `Close ${title}`;
  }

  private _paint(): void {
    const colour = this._panel()?.colour.value ?? null;
    this._dot.dataset["link"] = colour ?? "none";
    this._dot.title = colour
      ? `Linked: shows the symbol of all ${colour} panels. Click for another colour.`
      : "Not linked: keeps its own symbol. Click to link.";
    this._dot.ariaLabel = `Link of ${this._title.textContent}: ${colour ?? "none"}`;
  }

  private _next(): void {
    const panel = this._panel();
    const order = [...LINK_COLOURS, null];
    const now = order.indexOf(panel?.colour.value ?? null);
    panel?.follow(order[(now + 1) % order.length] ?? null);
  }
}

function button(name: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  return made;
}
