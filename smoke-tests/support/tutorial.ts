/** A tutorial as what its reader does: commands to run, files to see and to write, code to paste. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface Block {
  language: string;
  text: string;
  /** The file that the block is written over, or of which it shows parts. */
  writes: string | null;
  shows: string | null;
}

const TUTORIALS = resolve(__dirname, "../../docs/tutorials");
const FENCE = /^```(\w+)(.*)\n([^]*?)^```/gm;
/** Between the parts of a file that a block shows stand comments. */
const COMMENT = /^(?:#|\/\/) .*$/m;

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

/** Return the parts that a block shows, and a file has not; how they are indented is left aside. */
export function partsMissing(block: Block, file: string): string[] {
  const lines = (text: string): string => text.trim().replace(/\s*\n\s*/g, "\n");
  return block.text.split(COMMENT).filter((part) => !lines(file).includes(lines(part)));
}

function blocksOf(section: string): Block[] {
  return [...section.matchAll(FENCE)].map(([, language = "", words = "", text = ""]) => ({
    language,
    text,
    writes: / writes=(\S+)/.exec(words)?.[1] ?? null,
    shows: / shows=(\S+)/.exec(words)?.[1] ?? null,
  }));
}
