/**
 * A folder in which a reader of a tutorial may do as told: what `make setup` leaves in a clone,
 * with the packages of the clone under test.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { freePort } from "./freePort";
import { partsMissing, type Block } from "./tutorial";

const ROOT = resolve(__dirname, "../..");
const PYTHON = process.env["TP_PYTHON"] ?? join(ROOT, "backend/.venv/bin/python");
const COPIED = ["backend", "contract", "docs", "frontend", "scripts", "smoke-tests"];
const MAKEFILES = ["Makefile", "project.mk"];
/** Installed, built and cached things, and those of one machine. */
const LEFT_OUT =
  /^(node_modules|dist|coverage|test-results|images|\.venv|__pycache__|\..*_cache|\.hypothesis)$/;
const START_LIMIT_MS = 60_000;
/** Addresses as a page tells them, each with the command that brings it to life. */
const SERVERS = [
  { told: "http://127.0.0.1:8000", command: /trading-pro serve/, flag: "--port" },
  { told: "http://127.0.0.1:5173", command: /make -C frontend dev$/, flag: 'ARGS="--port' },
];
/** What takes a minute is done by `make stopwatch`; here, as far as it is read from the code. */
const SHORTENED = { command: /trading-pro phases/, flag: "--static" };

export class FreshClone {
  readonly folder = mkdtempSync(join(tmpdir(), "trading-pro-clone-"));
  private readonly _served = new Map<string, string>();
  private readonly _running: ChildProcess[] = [];

  constructor() {
    const filter = (path: string): boolean => !LEFT_OUT.test(basename(path));
    for (const path of [...COPIED, ...MAKEFILES]) {
      cpSync(join(ROOT, path), join(this.folder, path), { recursive: true, filter });
    }
    // Folders of its own around the packages: tools keep what they prepare beside them.
    this._lend(dirname(dirname(PYTHON)), "backend/.venv");
    this._lend(join(ROOT, "frontend/node_modules"), "frontend/node_modules");
  }

  /** Run the commands, see and write the files of a section, in its order. */
  async follow(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) {
      if (block.writes !== null) writeFileSync(join(this.folder, block.writes), block.text);
      if (block.shows !== null) this._see(block, block.shows);
      if (block.language === "bash") await this._runAll(block.text);
    }
  }

  /** Return the address under which a server of the page really listens. */
  at(told: string): string {
    return [...this._served].reduce((text, [from, to]) => text.replaceAll(from, to), told);
  }

  /** Return every file that was copied, or written since, by its path. */
  texts(): Map<string, string> {
    const found = new Map<string, string>();
    const walk = (folder: string): void => {
      for (const entry of readdirSync(join(this.folder, folder), { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (LEFT_OUT.test(entry.name)) continue;
        if (entry.isDirectory()) walk(path);
        else found.set(path, readFileSync(join(this.folder, path), "utf8"));
      }
    };
    COPIED.forEach(walk);
    return found;
  }

  async remove(): Promise<void> {
    await this.stopServers();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async stopServers(): Promise<void> {
    for (const child of this._running.splice(0)) {
      if (child.exitCode !== null || child.pid === undefined) continue;
      const ended = once(child, "exit");
      // With all that it started: make starts npm, which starts the server.
      process.kill(-child.pid, "SIGTERM");
      await ended;
    }
  }

  private _see(block: Block, path: string): void {
    const file = join(this.folder, path);
    const missing = existsSync(file) ? partsMissing(block, readFileSync(file, "utf8")) : [path];
    if (missing.length) throw new Error(`${path} is not as the tutorial shows it:\n${missing[0]}`);
  }

  private async _runAll(text: string): Promise<void> {
    for (const line of text.replaceAll("\\\n", " ").trim().split("\n")) {
      const server = SERVERS.find(({ command }) => command.test(line));
      if (server) await this._serve(line, server);
      else this._run(SHORTENED.command.test(line) ? `${line} ${SHORTENED.flag}` : line);
    }
  }

  /** Run one command to its end; what it wrote is in the error when it fails. */
  private _run(command: string): void {
    const options = { cwd: this.folder, env: this._env, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", command], options);
    if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
  }

  private async _serve(line: string, { told, flag }: (typeof SERVERS)[number]): Promise<void> {
    const port = await freePort();
    const command = `exec ${line} ${flag} ${port}${flag.includes('"') ? '"' : ""}`;
    const env = { ...this._env, TP_BACKEND: this._served.get(SERVERS[0]?.told ?? "") };
    const child = spawn("sh", ["-c", command], { cwd: this.folder, env, detached: true });
    this._running.push(child);
    const address = `http://127.0.0.1:${port}`;
    await untilAnswering(address, child);
    this._served.set(told, address);
  }

  private get _env(): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([name]) => !/^TP_|^MAKE|^MFLAGS/.test(name));
    const sources = join(this.folder, "backend/src");
    const data = join(this.folder, "data");
    return { ...Object.fromEntries(kept), TP_DATA_DIR: data, PYTHONPATH: sources };
  }

  /** Make a folder of links, with the mark by which make knows that packages are installed. */
  private _lend(installed: string, path: string): void {
    const folder = join(this.folder, path);
    mkdirSync(folder);
    for (const name of readdirSync(installed)) {
      const isCache = name.startsWith(".") && name !== ".bin";
      if (!isCache) symlinkSync(join(installed, name), join(folder, name));
    }
    writeFileSync(join(folder, ".installed"), "");
  }
}

async function untilAnswering(address: string, child: ChildProcess): Promise<void> {
  let output = "";
  child.stdout?.on("data", (text) => (output += String(text)));
  child.stderr?.on("data", (text) => (output += String(text)));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await fetch(address).catch(() => null))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`nothing answers at ${address}:\n${output}`);
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
