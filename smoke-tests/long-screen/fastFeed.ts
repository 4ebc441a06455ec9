/** A file of ticks to replay: ten symbols, each twenty ticks a second. */
import { writeFileSync } from "node:fs";

const SYMBOLS = 10;
const TICK_EVERY_MS = 50;
const FIRST_MS = Date.UTC(2026, 0, 5, 15);

/** Write ticks for `seconds`, each at another price and half a cent apart in time. */
export function writeTicks(file: string, seconds: number): void {
  const lines = ["time,symbol,price,size"];
  for (let index = 0; index < (seconds * 1000) / TICK_EVERY_MS; index += 1) {
    for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
      const price = (100 + 10 * symbol + Math.sin(index / 9 + symbol)).toFixed(2);
      lines.push(`${FIRST_MS + index * TICK_EVERY_MS + symbol},FAST${symbol},${price},100`);
    }
  }
  writeFileSync(file, lines.join("\n"));
}
