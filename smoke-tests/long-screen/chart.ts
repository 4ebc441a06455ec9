/** Draws a run for a person to look at: memory over time, in one SVG. */
import type { Sample } from "./probes";

const WIDTH = 900;
const PANEL = 190;
const LEFT = 70;
const RIGHT = 40;
const TOP = 34;
const BOTTOM = 26;

interface Line {
  name: string;
  colour: string;
  values: number[];
}

/** One panel for the browser's heap, one for the server's RSS, each from zero. */
export function drawChart(samples: Sample[]): string {
  const minutes = samples.map(({ atS }) => atS / 60);
  const heap: Line[] = [
    { name: "as it stood", colour: "#8f9aa8", values: samples.map((each) => each.heapBytes / 1e6) },
    {
      name: "after collection",
      colour: "#6ea8fe",
      values: samples.map((each) => each.heapAfterGcBytes / 1e6),
    },
  ];
  const server: Line[] = [
    { name: "RSS", colour: "#3ecf9b", values: samples.map((each) => each.serverRssBytes / 1e6) },
  ];
  const height = 2 * PANEL;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"`,
    ` font-family="sans-serif" font-size="12" fill="#e4e8ed">`,
    `<rect width="${WIDTH}" height="${height}" fill="#0e1115"/>`,
    panel("Browser heap, MB", minutes, heap, 0),
    panel("Server memory, MB", minutes, server, PANEL),
    "</svg>\n",
  ].join("");
}

function panel(title: string, minutes: number[], lines: Line[], offset: number): string {
  const highest = niceCeiling(Math.max(...lines.flatMap(({ values }) => values)));
  const longest = Math.max(...minutes) || 1;
  const x = (minute: number): string =>
    (LEFT + (minute / longest) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number): string =>
    (offset + TOP + (1 - value / highest) * (PANEL - TOP - BOTTOM)).toFixed(1);
  const grid = [0, 0.5, 1].map(
    (part) =>
      `<path d="M${LEFT} ${y(part * highest)}H${WIDTH - RIGHT}" stroke="#262d37"/>` +
      `<text x="${LEFT - 8}" y="${y(part * highest)}" dy="4" text-anchor="end">${part * highest}</text>`,
  );
  const ticks = [0, longest / 2, longest].map(
    (minute) =>
      `<text x="${x(minute)}" y="${offset + PANEL - 8}" text-anchor="middle">${minute.toFixed(1)} min</text>`,
  );
  const drawn = lines.map(({ name, colour, values }, index) => {
    const points = values.map((value, place) => `${x(minutes[place] ?? 0)},${y(value)}`).join(" ");
    const label = `<text x="${LEFT + 170 + 130 * index}" y="${offset + 20}" fill="${colour}">${name}</text>`;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.5"/>${label}`;
  });
  const head = `<text x="${LEFT}" y="${offset + 20}" font-weight="bold">${title}</text>`;
  return [head, ...grid, ...ticks, ...drawn].join("");
}

/** The next 1, 2 or 5 times a power of ten. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
