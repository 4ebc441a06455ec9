/** Failures as the screen tells them: a code, a sentence, a way out. */

export interface Problem {
  code: string;
  sentence: string;
  remedy: string;
  /** A command for a terminal, where that is the way out. */
  command?: string;
}

const START = "make run";

/** No answer came, or only that of a proxy whose server is away. */
const UNREACHABLE = new Set(["network_error", "http_500", "http_502", "http_504"]);

const REMEDIES: Record<string, string> = {
  unknown_symbol: "Search for another one; the / key does it too.",
  unsupported_feature: "Choose a symbol whose source offers it.",
  unsupported_resolution: "Choose one of the resolutions that the symbol offers.",
  limit_exceeded: "Close another page of this server, then press Live.",
  replay_ended:
    "To play it again, start the server anew (a replay: with --replay-from-start), or browse it.",
  no_live_source: "Browse its history, or choose a symbol that streams.",
  incompatible_response: "Reload the page: the server answers what this version cannot read.",
  incompatible_update: "Reload the page: the server sends what this version cannot read.",
  incompatible_contract: "Reload the page: the server speaks a newer contract.",
};

/** Read whatever was thrown; services give `code` and `message`. */
export function problemOf(thrown: unknown): Problem {
  const { code, message } = readError(thrown);
  if (UNREACHABLE.has(code)) return unreachable();
  return {
    code,
    sentence: asSentence(message),
    remedy: remedyOf(code),
  };
}

/** Return the way out of a coded trouble. */
export function remedyOf(code: string): string {
  return REMEDIES[code] ?? "Press Live to try again.";
}

/** Tell that no server answers, and how to start one. */
export function unreachable(): Problem {
  return {
    code: "server_unreachable",
    sentence: `No server answers at ${globalThis.location.host}.`,
    remedy: "Start it in the project's folder; this page connects by itself.",
    command: START,
  };
}

export function textOf(problem: Problem): string {
  const { code, sentence, remedy, command } = problem;
  return [`${code}: ${sentence}`, remedy, command].filter(Boolean).join("\n");
}

/** Servers and sockets speak in phrases; a reader gets a sentence. */
export function asSentence(phrase: string): string {
  const ended = /[.!?]$/.test(phrase) ? phrase : `${phrase}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function readError(thrown: unknown): { code: string; message: string } {
  if (thrown instanceof Error) {
    const code: unknown = "code" in thrown ? thrown.code : undefined;
    return { code: typeof code === "string" ? code : thrown.name, message: thrown.message };
  }
  return { code: "unknown", message: String(thrown) };
}
