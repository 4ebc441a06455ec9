/** Reads the page's colour tokens as a canvas takes them. */

import { SERIES_COLORS, type ChartColors } from "./chartHost";

const TOKENS = [
  "bg",
  "surface",
  "raised",
  "line",
  "text",
  "muted",
  "accent",
  "up",
  "down",
  ...SERIES_COLORS,
] as const;

/** What a reader calls the colours that can be chosen. */
export const COLOR_TITLES = {
  accent: "Blue",
  up: "The colour of up",
  down: "The colour of down",
  series1: "Orange",
  series2: "Violet",
  series3: "Cyan",
  series4: "Pink",
  series5: "Green",
  series6: "Grey",
} as const;

/** Resolve each token in the theme that `element` stands in. */
export function readChartColors(element: HTMLElement): ChartColors {
  // A token names two colours; only a property that takes a colour shows which of them holds.
  const probe = document.createElement("span");
  element.append(probe);
  const resolve = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const colors = Object.fromEntries(TOKENS.map((token) => [token, resolve(token)])) as ChartColors;
  probe.remove();
  return colors;
}

/** Return the colour with another opacity, 0 to 1; only `rgb(r, g, b)` is known. */
export function fade(color: string, opacity: number): string {
  const match = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  return match ? `rgba(${match.slice(1).join(", ")}, ${opacity})` : color;
}
