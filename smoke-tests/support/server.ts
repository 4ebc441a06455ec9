/** A product of one's own: started, silenced, killed and started again by a test. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const BACKEND = resolve(__dirname, "../../backend");
/** Daily bars of real shares, in the shape in which their publisher gives them away. */
export const REAL_BARS = join(
  BACKEND,
  "src/trading_api/modules/datafeed/tests/data/daily-stocks.csv",
);
const START_LIMIT_MS = 30_000;
const POLL_MS = 50;

export class Server {
  readonly dataDir = mkdtempSync(join(tmpdir(), "trading-pro-smoke-"));
  private _process: ChildProcess | null = null;
  private _output = "";
  private _port = "0";

  constructor(private readonly _flags: readonly string[] = []) {}

  get url(): string {
    return `http://127.0.0.1:${this._port}`;
  }

  /** The process that serves. */
  get pid(): number {
    const pid = this._process?.pid;
    if (pid === undefined) throw new Error("the server was not started");
    return pid;
  }

  /** Everything that it has written. */
  get output(): string {
    return this._output;
  }

  /** Serve; a second start takes the port of the first. */
  async start(): Promise<void> {
    rmSync(this._note, { force: true });
    const command = ["-m", "trading_api", "serve", "--port", this._port];
    const child = spawn(python(), [...command, "--data-dir", this.dataDir, ...this._flags], {
      env: ownEnvironment(),
    });
    this._process = child;
    child.stdout.on("data", (text) => (this._output += String(text)));
    child.stderr.on("data", (text) => (this._output += String(text)));
    await this._untilServing(child);
    const note = JSON.parse(readFileSync(this._note, "utf8")) as {
      url: string;
    };
    this._port = new URL(note.url).port;
  }

  /** Take a file of bars into the data directory, as a user would before the start. */
  importBars(file: string): void {
    const command = ["-m", "trading_api", "import", file, "--data-dir", this.dataDir];
    execFileSync(python(), command, { env: ownEnvironment(), stdio: "pipe" });
  }

  /** End it as a power cut would: nothing is said to anybody. */
  async kill(): Promise<void> {
    await this._end("SIGKILL");
  }

  /** Stop its clock and its mouth, sockets open; `wake` lets it go on. */
  freeze(): void {
    this._process?.kill("SIGSTOP");
  }

  wake(): void {
    this._process?.kill("SIGCONT");
  }

  /** End it and leave nothing behind. */
  async stop(): Promise<void> {
    this.wake();
    await this._end("SIGTERM");
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** The file in which the server notes its address once it serves. */
  private get _note(): string {
    return join(this.dataDir, "server.json");
  }

  private async _end(signal: NodeJS.Signals): Promise<void> {
    const child = this._process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }

  private async _untilServing(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_LIMIT_MS;
    while (!existsSync(this._note)) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`the server did not start:\n${this._output}`);
      }
      await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
  }
}

export function python(): string {
  return process.env["TP_PYTHON"] ?? join(BACKEND, ".venv", "bin", "python");
}

/** What the caller's shell sets for its own server is not what is tested. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^TP_/.test(name)));
}
