import { ref, shallowRef, type Ref, type ShallowRef } from "vue";

/** Panels of one colour show the same symbol and the same moment; `none` follows nobody. */
export const LINK_COLOURS = ["blue", "green", "orange", "purple"] as const;
export type LinkColour = (typeof LINK_COLOURS)[number];

/** Where a pointer rests on a chart, for the other charts of its colour. */
export interface Crosshair {
  /** Unix ms. */
  time: number;
  /** The panel that the pointer is in: it draws its own. */
  from: string;
}

export interface LinkGroup {
  symbol: Ref<string>;
  crosshair: ShallowRef<Crosshair | null>;
}

const newGroup = (symbol: string): LinkGroup => ({
  symbol: ref(symbol),
  crosshair: shallowRef(null),
});

/** The groups of the page; a panel without a colour has a group of its own. */
export class Links {
  private readonly _groups = new Map<string, LinkGroup>();

  constructor(private readonly _first: string) {}

  /** Return the group of a colour, or of the one panel that has none and shows `symbol` first. */
  of(colour: LinkColour | null, panelId: string, symbol?: string): LinkGroup {
    const name = colour ?? `panel:${panelId}`;
    const known = this._groups.get(name);
    if (known) return known;
    const made = newGroup(symbol ?? this._groups.get("blue")?.symbol.value ?? this._first);
    this._groups.set(name, made);
    return made;
  }
}
