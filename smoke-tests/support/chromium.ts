/** Finds the system's Chromium. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Return the browser that TP_CHROMIUM names, else the first on the PATH. */
export function findChromium(): string {
  const named = process.env["TP_CHROMIUM"];
  const names = named ? [named] : NAMES;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = names
    .flatMap((name) => (name.includes("/") ? [name] : folders.map((folder) => join(folder, name))))
    .find(isExecutable);
  if (found) return found;
  throw new Error("no Chromium: install one (Debian: apt-get install chromium) or set TP_CHROMIUM");
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
