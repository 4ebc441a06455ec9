/**
 * A folder in which a reader of a tutorial may do as told: what `make build` leaves in a clone,
 * with an environment of its own, so that nothing reaches the clone under test.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { freePort } from "./freePort";
import type { Block } from "./tutorial";

const ROOT = resolve(__dirname, "../..");
const PYTHON = process.env["TP_PYTHON"] ?? join(ROOT, "backend/.venv/bin/python");
const COPIED = ["contract", "scripts/require_node.sh"];
/** Installed and built things, and those of one machine. */
const LEFT_OUT = /^(node_modules|dist|coverage|test-results)$/;
const START_LIMIT_MS = 60_000;
/** Addresses as a page tells them, each with the command that brings it to life. */
const SERVERS = [
  { told: "http://127.0.0.1:8000", command: /trading-pro serve/, flag: "--port" },
  { told: "http://127.0.0.1:5173", command: /make -C frontend dev$/, flag: 'ARGS="--port' },
];

export class FreshClone {
  readonly folder = mkdtempSync(join(tmpdir(), "trading-pro-clone-"));
  private readonly _served = new Map<string, string>();
  private readonly _running: ChildProcess[] = [];

  constructor() {
    COPIED.forEach((path) =>
      cpSync(join(ROOT, path), join(this.folder, path), { recursive: true }),
    );
    this._copyFrontend();
    this._makeEnvironment();
  }

  /** Write the files and run the commands of a section, in its order. */
  async follow(blocks: readonly Block[] | undefined): Promise<void> {
    if (!blocks?.length) throw new Error("the tutorial has no such section, or it is empty");
    for (const { language, text, path } of blocks) {
      if (path !== null) this.write(path, text);
      else if (language === "bash") await this._runAll(text);
    }
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Run one command to its end; what it wrote is in the error when it fails. */
  run(command: string): string {
    const options = { cwd: this.folder, env: this._env, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", command], options);
    if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
    return stdout;
  }

  /** Return the address under which a server of the page really listens. */
  at(told: string): string {
    return [...this._served].reduce((text, [from, to]) => text.replaceAll(from, to), told);
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

  private async _runAll(text: string): Promise<void> {
    for (const line of text.trim().split("\n")) {
      const server = SERVERS.find(({ command }) => command.test(line));
      if (server) await this._serve(line, server);
      else if (line !== "make build") this.run(this.at(line));
    }
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
    return { ...Object.fromEntries(kept), TP_DATA_DIR: join(this.folder, "data") };
  }

  private _copyFrontend(): void {
    const [from, to] = [join(ROOT, "frontend"), join(this.folder, "frontend")];
    for (const name of readdirSync(from).filter((each) => !LEFT_OUT.test(each))) {
      cpSync(join(from, name), join(to, name), { recursive: true });
    }
    // A folder of its own around the packages: the bundler keeps what it prepares beside them.
    mkdirSync(join(to, "node_modules"));
    for (const name of readdirSync(join(from, "node_modules"))) {
      const ours = name.startsWith(".") && name !== ".bin";
      if (!ours) symlinkSync(join(from, "node_modules", name), join(to, "node_modules", name));
    }
    writeFileSync(join(to, "node_modules/.installed"), "");
  }

  /** Make backend/.venv, which sees what the real one has and keeps to itself what it gets. */
  private _makeEnvironment(): void {
    const venv = join(this.folder, "backend/.venv");
    execFileSync(PYTHON, ["-m", "venv", "--without-pip", venv]);
    const places = "import sysconfig; print(sysconfig.get_path('purelib'))";
    const siteOf = (python: string): string =>
      execFileSync(python, ["-c", places], { encoding: "utf8" }).trim();
    const link = `import site; site.addsitedir(${JSON.stringify(siteOf(PYTHON))})\n`;
    writeFileSync(join(siteOf(join(venv, "bin/python")), "real.pth"), link);
    const command = join(venv, "bin/trading-pro");
    writeFileSync(command, `#!/bin/sh\nexec ${join(venv, "bin/python")} -m trading_api "$@"\n`);
    chmodSync(command, 0o755);
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
