/** The judge of clients, as a process: `trading-pro conformance --client`. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserEnvironment } from "@/plugins/browserEnvironment";
import type { StreamEnvironment } from "@/plugins/ws/environment";

const BACKEND = fileURLToPath(new URL("../../../backend", import.meta.url));
const ADDRESS = /ws:\/\/\S+/;

export interface Judged {
  passed: boolean;
  /** What each rule came to: `passed`, `failed`, `no answer` or `not judged`. */
  rules: Record<string, string>;
  verdicts: { rule: string; what: string; outcome: string; why: string }[];
}

export interface ClientJudge {
  /** Where the client under judgement connects to. */
  url: string;
  /** Resolves when the play is over. */
  judged: Promise<Judged>;
  stop(): void;
}

export async function startClientJudge(): Promise<ClientJudge> {
  const command = ["-m", "trading_api", "conformance", "--client", "--json"];
  const child = spawn(join(BACKEND, ".venv/bin/python"), command, { cwd: BACKEND });
  let report = "";
  child.stdout.on("data", (chunk: Buffer) => (report += chunk.toString()));
  const judged = new Promise<Judged>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      if (report === "") reject(new Error("the judge ended without a verdict"));
      else resolve(JSON.parse(report) as Judged);
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = ADDRESS.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    judged.catch((error: unknown) => reject(new Error(`${String(error)}: ${said}`)));
  });
  return { url, judged, stop: () => void child.kill() };
}

/** The world of a browser in which no wait is drawn long. */
export const PROMPT_ENVIRONMENT: StreamEnvironment = {
  ...browserEnvironment,
  random: () => 0,
  openSocket(url, handlers) {
    const socket = new WebSocket(url);
    socket.onopen = () => handlers.open();
    socket.onmessage = (event) => handlers.message(event.data);
    socket.onerror = () => undefined;
    socket.onclose = (event) => handlers.close(event.code);
    return { send: (text) => socket.send(text), close: () => socket.close() };
  },
};
