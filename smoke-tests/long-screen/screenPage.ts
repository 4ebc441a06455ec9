/** The page under test: built from the shipped client, shown as if the server had served it. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Page, WebSocket } from "@playwright/test";
import type { LongScreen, ScreenReport } from "../../frontend/src/testing/longScreen/screenReport";
import type { AskedTopic } from "./topics";
import { WireTally } from "./wireTally";

const FRONTEND = resolve(__dirname, "../../frontend");
const PATH = "/long-screen/";
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Build the page into `folder`, with a fault planted where one is named. */
export function buildPage(folder: string, plant: string): void {
  const command = ["build", "--config", "vite.long-screen.config.ts", "--logLevel", "error"];
  execFileSync(
    join(FRONTEND, "node_modules/.bin/vite"),
    [...command, "--outDir", folder, "--emptyOutDir"],
    { cwd: FRONTEND, env: { ...process.env, LONG_SCREEN_PLANT: plant }, stdio: "pipe" },
  );
}

export class ScreenPage {
  /** What the browser was sent, told by the browser and not by the page. */
  readonly tally = new WireTally();
  readonly sockets: WebSocket[] = [];
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly folder: string,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("websocket", (socket) => {
      this.sockets.push(socket);
      socket.on("framereceived", ({ payload }) => this.tally.take(String(payload)));
    });
  }

  /** Open the page at the server's own address. */
  async open(origin: string, topics: AskedTopic[]): Promise<void> {
    await this.page.route(`${origin}${PATH}**`, async (route) => {
      const path = new URL(route.request().url()).pathname.slice(PATH.length) || "index.html";
      const file = join(this.folder, path);
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? "" });
    });
    // A page that no server sent counts as foreign to this machine, which Chromium asks about.
    await this.page.context().grantPermissions(["local-network-access"], { origin });
    const query = new URLSearchParams({ topics: JSON.stringify(topics) });
    await this.page.goto(`${origin}${PATH}?${query.toString()}`);
  }

  /** Wait until the server has said everything to the page and closed its socket. */
  async heardAll(): Promise<void> {
    const socket = this.sockets.at(-1);
    if (socket && !socket.isClosed()) await socket.waitForEvent("close");
  }

  /** Forget lags and long tasks of the warm-up. */
  startMeasuring(): Promise<void> {
    return this.page.evaluate(() =>
      (window as unknown as { longScreen: LongScreen }).longScreen.startMeasuring(),
    );
  }

  report(): Promise<ScreenReport> {
    return this.page.evaluate(() =>
      (window as unknown as { longScreen: LongScreen }).longScreen.report(),
    );
  }

  /** What the rows show, by topic. */
  shown(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>("section")].map((row) => [
          row.dataset["topic"] ?? "",
          row.children[1]?.textContent ?? "",
        ]),
      ),
    );
  }
}
