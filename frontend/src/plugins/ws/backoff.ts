/** Retry delays: exponential with full jitter, so that many clients do not come back at once. */

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** The ceiling of the delay before retry number `attempt` (from 0), in ms. */
export function backoffCeiling(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
}

/**
 * Returns the delay before retry number `attempt` (from 0), in ms.
 * @param random gives numbers in [0, 1)
 */
export function backoffDelay(attempt: number, random: () => number): number {
  return random() * backoffCeiling(attempt);
}
