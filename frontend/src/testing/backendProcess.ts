/** Starts the real backend for the integration tests and ends it after them. */

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Origin of the backend under test, such as `http://127.0.0.1:43211`. */
    backendUrl: string;
  }
}

const BACKEND = fileURLToPath(new URL("../../../backend", import.meta.url));
const PYTHON = join(BACKEND, ".venv/bin/python");
const ANNOUNCED = /https?:\/\/127\.0\.0\.1:\d+/;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
const ASK_EVERY_MS = 100;

export interface RunningBackend {
  url: string;
  stop(): Promise<void>;
  /** Ends it without a word, as a crash would. */
  kill(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const backend = await startBackend();
  project.provide("backendUrl", backend.url);
  return () => backend.stop();
}

/**
 * Starts a backend on a free port with a data directory of its own, and waits until it is healthy.
 * @throws Error with what it wrote, when it ends or is not healthy in time
 */
export async function startBackend(args: readonly string[] = []): Promise<RunningBackend> {
  if (!existsSync(PYTHON)) throw new Error("backend/.venv is missing: run `make setup`");
  const folder = await mkdtemp(join(tmpdir(), "trading-pro-"));
  const command = ["-m", "trading_api", "serve", "--port", "0", "--data-dir", folder, ...args];
  const child = spawn(PYTHON, command, {
    cwd: BACKEND,
    env: { ...process.env, TP_LINGER_S: "0", PYTHONUNBUFFERED: "1" },
  });
  const endBy = async (signal: NodeJS.Signals): Promise<void> => {
    await end(child, signal);
    await rm(folder, { recursive: true, force: true });
  };
  const stop = (): Promise<void> => endBy("SIGTERM");
  try {
    const url = await announced(child);
    await healthy(url, child);
    return { url, stop, kill: () => endBy("SIGKILL") };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the line that names the address. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = "";
    const fail = (why: string): void => reject(new Error(`the backend ${why}:\n${written}`));
    const timer = setTimeout(() => fail("named no address in time"), START_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      written += chunk.toString();
      const [url] = ANNOUNCED.exec(written) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(`ended with code ${String(code)}`));
    child.once("error", (error) => fail(`did not start: ${error.message}`));
  });
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + START_WITHIN_MS;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const answer = await fetch(`${url}/api/v1/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error(`${url} is not healthy (exit code ${String(child.exitCode)})`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
