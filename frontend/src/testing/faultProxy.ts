/** The fault proxy of the test kit, steered from here: a process that obeys one line a fault. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BACKEND = fileURLToPath(new URL("../../../backend", import.meta.url));
const MODULE = "trading_api.shared.ws.testing.fault_proxy_control";

export type ProxyCommand =
  | ["reset" | "close" | "stall" | "resume"]
  | ["half_open", "server" | "client" | "both"]
  | ["refuse", boolean]
  /** Delay and jitter in seconds, bytes a second (0: as fast as it goes). */
  | ["conditions", delay: number, jitter: number, bytesPerSecond: number]
  | ["target", host: string, port: number];

export interface FaultProxy {
  port: number;
  /** Returns how many connections it met; throws an error that says what was expected. */
  tell(...command: ProxyCommand): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a proxy before `port` of this machine. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const python = join(BACKEND, ".venv/bin/python");
  const child = spawn(python, ["-m", MODULE, "127.0.0.1", String(port)], { cwd: BACKEND });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => {
    const line: IteratorResult<string, unknown> = await lines.next();
    if (line.done === true) throw new Error("the fault proxy ended");
    return JSON.parse(line.value) as Record<string, unknown>;
  };
  const { port: ours } = (await next()) as { port: number };
  return {
    port: ours,
    async tell(...command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { connections, error } = await next();
      if (typeof error === "string") throw new Error(error);
      return Number(connections);
    },
    stop() {
      child.stdin.end();
      return new Promise((resolve) => child.once("exit", () => resolve()));
    },
  };
}
