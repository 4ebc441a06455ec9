/** The stream client's world in a browser, all but the socket itself. */

import type { ServerAnswer, StreamEnvironment } from "./ws/environment";

const HEALTH_PATH = "/api/v1/health";
const ASK_WITHIN_MS = 5000;

export const browserEnvironment: Omit<StreamEnvironment, "openSocket"> = {
  now: () => Date.now(),
  startTimer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  defer: (run) => queueMicrotask(run),
  random: () => Math.random(),
  onOnline: (run) => {
    (globalThis as { addEventListener?: typeof addEventListener }).addEventListener?.(
      "online",
      run,
    );
  },
  askServer,
  isSeen: () => (globalThis as { document?: Document }).document?.visibilityState !== "hidden",
  // Accounts bring sessions that can be asked; the local user's never expires.
  renewSession: () => Promise.resolve(true),
  report: reportStray,
};

async function askServer(streamUrl: string): Promise<ServerAnswer> {
  const url = new URL(HEALTH_PATH, streamUrl.replace(/^ws/, "http"));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ASK_WITHIN_MS) });
    if (response.ok) return { isThere: true, reason: "the server answers, but refuses the stream" };
    return { isThere: false, reason: `the server answers with status ${response.status}` };
  } catch {
    return { isThere: false, reason: "the server does not answer" };
  }
}

/** Reports an error that nobody waits for, as an event handler's: seen, and stopping nothing. */
export function reportStray(error: unknown): void {
  const { reportError } = globalThis as { reportError?: (error: unknown) => void };
  if (reportError) reportError(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}
