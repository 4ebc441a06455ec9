/** What an account has on a chart, as the chart's library draws it. */

import type { ChartColors } from "../chartHost";
import type { FillMark, MarkedFill } from "./marks";

export interface DrawnLine {
  id: string;
  price: number;
  color: keyof ChartColors;
  /** On its way to the server, or dragged. */
  dashed: boolean;
  /** Not in force yet. */
  faint: boolean;
  /** The line that it hangs on. */
  parent: string | null;
}

export interface PlacedMark {
  mark: FillMark;
  x: number;
  y: number;
}

/** Where the newest paint has put it all, in px of the layer. */
export interface Placed {
  /** Height of each line; those outside of the pane are left out. */
  lines: ReadonlyMap<string, number>;
  marks: readonly PlacedMark[];
}

export const NOTHING_PLACED: Placed = { lines: new Map(), marks: [] };

export interface ChartTrading {
  /** Lies over the bars, as large as their pane; only what is in it hears the pointer. */
  readonly layer: HTMLElement;
  /** Draw these, instead of what was drawn before. */
  draw(lines: readonly DrawnLine[], fills: readonly MarkedFill[]): void;
  /** The price at a height of the layer; null while there are no bars. */
  priceAt(y: number): number | null;
  /** Call back in each frame that has moved something; there is one listener. */
  onPlaced(listener: (placed: Placed) => void): void;
}
