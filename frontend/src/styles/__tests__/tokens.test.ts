import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const [standard = "", colourBlind = ""] = readFileSync(
  new URL("../tokens.css", import.meta.url),
  "utf8",
).split(':root[data-palette="colourBlind"]');
const PALETTES = { standard, colourBlind: standard + colourBlind };

/** The values of the colour tokens in one theme and palette. */
function colorsOf(theme: "light" | "dark", palette: keyof typeof PALETTES): Record<string, string> {
  const found = PALETTES[palette].matchAll(/--(\w+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return Object.fromEntries(
    [...found].map(([, name, light, dark]) => [name, theme === "light" ? light : dark]),
  ) as Record<string, string>;
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ["light", "standard"],
  ["dark", "standard"],
  ["light", "colourBlind"],
  ["dark", "colourBlind"],
] as const)("in the %s theme, %s palette", (theme, palette) => {
  const colors = colorsOf(theme, palette);
  const texts = ["text", "muted", "accent", "up", "down", "warn", "danger", "stale"];

  it.each(texts)("%s is readable on every ground", (name) => {
    for (const ground of ["bg", "surface", "raised"]) {
      expect(contrast(colors[name] ?? "", colors[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("up and down differ by lightness, not by hue alone", () => {
    expect(contrast(colors["up"] ?? "", colors["down"] ?? "")).toBeGreaterThanOrEqual(1.35);
  });
});
