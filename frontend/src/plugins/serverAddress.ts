/** Where the server is: the page's own origin, unless somebody says otherwise. */

const STREAM_PATH = "/api/v1/ws";
const DEFAULT_ORIGIN = "http://127.0.0.1:8000";

let chosen: string | undefined;

/** Sets the server for everything that is created afterwards; for programs without a page. */
export function setServerOrigin(origin: string): void {
  chosen = new URL(origin).origin;
}

/** The server's origin, such as `http://127.0.0.1:8000`. */
export function serverOrigin(): string {
  const page = (globalThis as { location?: { origin: string } }).location?.origin;
  return chosen ?? (page?.startsWith("http") === true ? page : DEFAULT_ORIGIN);
}

/** The stream's address: `ws:` for a page that came by `http:`, `wss:` for `https:`. */
export function streamUrl(): string {
  const url = new URL(STREAM_PATH, serverOrigin());
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
