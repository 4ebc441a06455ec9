import { describe, expect, it } from "vitest";
import { ApiError } from "@/plugins/apiAnswer";
import type { LibrarySymbolInfo } from "@public/trading_terminal/charting_library";
import { Instruments } from "../instruments";

const A = { type: "crypto", description: "Coin", pricescale: 100, minmov: 5 };

function given(...answers: (object | Error)[]) {
  let asked = 0;
  const resolve = () => {
    asked += 1;
    const answer = answers.shift() ?? A;
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve(answer as LibrarySymbolInfo);
  };
  return { instruments: new Instruments({ resolve }), count: () => asked };
}

describe("instruments for an order ticket", () => {
  it("have the steps of price and quantity", async () => {
    const { instruments } = given({ ...A, volume_precision: 4, currency_code: "USD" });

    expect(await instruments.info("A")).toMatchObject({
      minTick: 0.05,
      pipSize: 0.05,
      qty: { min: 0.0001, step: 0.0001 },
      currency: "USD",
    });
  });

  it("are whole and of no currency where nothing else is said, and asked for once", async () => {
    const { instruments, count } = given();

    const [info] = [await instruments.info("A"), await instruments.info("A")];

    expect([info.qty.step, "currency" in info, count()]).toEqual([1, false, 1]);
  });

  it("are tradable unless they are expired or unknown", async () => {
    const unknown = new ApiError("unknown_symbol", "no symbol A", 404);
    const tradable = (answer: object | Error) => given(answer).instruments.tradable("A");

    expect(await tradable(A)).toEqual({ tradable: true });
    expect(await tradable({ ...A, expired: true })).toMatchObject({ tradable: false });
    expect(await tradable(unknown)).toEqual({ tradable: false, reason: "no symbol A" });
  });

  it("are asked for again when the server gave no answer", async () => {
    const { instruments, count } = given(new ApiError("network_error", "no answer", null));

    await expect(instruments.tradable("A")).rejects.toMatchObject({ code: "network_error" });

    expect([await instruments.tradable("A"), count()]).toEqual([{ tradable: true }, 2]);
  });
});
