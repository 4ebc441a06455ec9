/** A tutorial as what its reader does: files to write, commands to run, code to paste. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface Block {
  language: string;
  text: string;
  /** Where a block that begins with a path belongs. */
  path: string | null;
}

const TUTORIALS = resolve(__dirname, "../../docs/tutorials");
const FENCE = /^```(\w+)(?: [^\n]*)?\n(.*?)^```/gms;
const PATH = /^(?:#|\/\/|<!--) ([\w.-]+(?:\/[\w.-]+)+)/;

/** Return the blocks of a page by the heading that they stand under. */
export function readTutorial(name: string): Map<string, Block[]> {
  const [, ...sections] = readFileSync(resolve(TUTORIALS, name), "utf8").split(/^## /m);
  return new Map(sections.map((section) => [section.split("\n", 1)[0] ?? "", blocksOf(section)]));
}

/** Return a pattern for a shown line, in which `…` stands for whatever else is there. */
export function patternOf(line: string): RegExp {
  const parts = line.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

function blocksOf(section: string): Block[] {
  return [...section.matchAll(FENCE)].map(([, language = "", text = ""]) => ({
    language,
    text,
    path: PATH.exec(text)?.[1] ?? null,
  }));
}
