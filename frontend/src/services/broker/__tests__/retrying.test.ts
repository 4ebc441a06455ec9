import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/plugins/apiAnswer";
import { isInDoubt, retrying, waitFor } from "../retrying";

const unanswered = new ApiError("network_error", "no answer", null);
const unavailable = new ApiError("LEDGER_UNAVAILABLE", "not written", 503);
const refused = new ApiError("ORDER_QTY_RANGE", "too much", 422);
const closed = new ApiError("MARKET_CLOSED", "closed", 409);

/** Sends what fails by each error in turn, then succeeds; notes the waits. */
async function sending(...errors: Error[]) {
  const waits: number[] = [];
  const send = () => {
    const error = errors.shift();
    return error === undefined ? Promise.resolve("done") : Promise.reject(error);
  };
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  const result = await retrying(send, wait).catch((error: unknown) => error);
  return { result, waits };
}

afterEach(() => void vi.useRealTimers());

describe("sending again", () => {
  it("goes on while an answer may still come, ever more slowly", async () => {
    const { result, waits } = await sending(unanswered, unavailable, unanswered);

    expect([result, waits]).toEqual(["done", [200, 600, 1500]]);
  });

  it("gives up before the library does", async () => {
    const { result, waits } = await sending(...Array<Error>(9).fill(unanswered));

    expect(result).toBe(unanswered);
    expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThan(10_000);
  });

  it.each([refused, closed])("does not repeat what was refused: $code", async (error) => {
    expect(await sending(error)).toEqual({ result: error, waits: [] });
  });

  it("takes what is no answer of ours for doubt", () => {
    expect([isInDoubt(new Error("?")), isInDoubt(unavailable), isInDoubt(closed)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("waits by the clock", async () => {
    vi.useFakeTimers();
    const waited = waitFor(50);

    vi.advanceTimersByTime(50);

    await expect(waited).resolves.toBeUndefined();
  });
});
