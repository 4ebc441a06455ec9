/** A picture of a chart that says what it shows, and when. */

/** What is written above the picture. */
export interface Caption {
  symbol: string;
  /** `5 minutes`. */
  resolution: string;
  exchange: string;
  /** When the picture was taken, with its zone. */
  time: string;
  /** What the data is where it is not live: `stale`, `history only`. */
  state: string | null;
  studies: readonly string[];
}

export interface SnapshotColors {
  ground: string;
  text: string;
}

/** In px of the page. */
const HEAD = 28;
const SIZE = 13;
const LEFT = 12;

export function captionWords({ symbol, resolution, exchange, time, state, studies }: Caption) {
  return [symbol, resolution, exchange, ...studies, time, state].filter(Boolean).join(" · ");
}

/** A name that every file system takes. */
export function snapshotName({ symbol }: Caption, now: number): string {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
  return `${symbol.replaceAll(/[^\w.-]+/g, "_")}_${time}Z.png`;
}

/** Write the words above a picture of the chart; `ratio` is that of the screen's pixels. */
export async function snapshot(
  picture: ImageBitmap,
  words: string,
  colors: SnapshotColors,
  ratio: number,
): Promise<Blob> {
  const head = HEAD * ratio;
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height + head;
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("the browser draws no picture");
  ctx.fillStyle = colors.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = colors.text;
  ctx.font = `${SIZE * ratio}px "Inter Variable", system-ui, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.fillText(words, LEFT * ratio, head / 2);
  ctx.drawImage(picture, 0, head);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("an empty picture")))),
  );
}

export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
