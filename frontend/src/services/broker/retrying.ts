/** Sends a request again while its failure may pass. Only for what may safely be sent twice. */

import { ApiError } from "@/plugins/apiAnswer";

/** Together below the ten seconds in which the charting library waits for an order's update. */
const WAITS_MS = [200, 600, 1500, 3000];

/** Waits `ms`; a test's clock may be quicker. */
export type Wait = (ms: number) => Promise<void>;

export const waitFor: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether nobody knows if the request was carried out: no answer, or a fault of the server. */
export function isInDoubt(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  return error.temporary && (error.status === null || error.status >= 500);
}

/** Calls `send` until it succeeds or fails for good, five times at most; rejects with the last error. */
export async function retrying<T>(send: () => Promise<T>, wait: Wait = waitFor): Promise<T> {
  for (const ms of WAITS_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isInDoubt(error)) throw error;
    }
    await wait(ms);
  }
  return send();
}
