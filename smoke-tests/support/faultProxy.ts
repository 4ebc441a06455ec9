/** The fault proxy of the test kit before a server: a process that obeys one line a fault. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { BACKEND, python } from "./server";

const MODULE = "trading_api.shared.ws.testing.fault_proxy_control";

export interface FaultProxy {
  /** Where the product is to be found behind it. */
  url: string;
  /** Do one fault, such as `["reset"]`, `["refuse", true]`; see the module's own words. */
  tell(...command: unknown[]): Promise<void>;
  stop(): Promise<void>;
}

/** Start a proxy before the server at `url`. */
export async function startFaultProxy(url: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(url);
  const child = spawn(python(), ["-m", MODULE, hostname, port], {
    cwd: BACKEND,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () =>
    JSON.parse(String((await lines.next()).value)) as {
      port?: number;
      error?: string;
    };
  const { port: ours } = await next();
  return {
    url: `http://127.0.0.1:${ours}`,
    async tell(...command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { error } = await next();
      if (error !== undefined) throw new Error(error);
    },
    stop() {
      child.stdin.end();
      return new Promise((resolve) => child.once("exit", () => resolve()));
    },
  };
}
