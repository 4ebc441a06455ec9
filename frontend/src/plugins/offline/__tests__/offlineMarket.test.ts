import { describe, expect, it } from "vitest";
import { OfflineMarket } from "../offlineMarket";

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 23, 12);
const range = { from: 0, to: NOON + 1, countBack: 300 };

const at = (now: number) => new OfflineMarket(() => now);
const barsAt = async (now: number) =>
  (await at(now).bars("DEMO", "1", { ...range, to: now + 1 })).bars;

describe("the market without a server", () => {
  it("is the same again at the same moment", async () => {
    expect(await barsAt(NOON)).toEqual(await barsAt(NOON));
    expect(at(NOON).touch()).toEqual(at(NOON).touch());
  });

  it("gives as many bars as asked, a minute apart, each within its own range", async () => {
    const bars = await barsAt(NOON);
    expect(bars).toHaveLength(300);
    bars.slice(1).forEach((bar, index) => expect(bar.time - (bars[index]?.time ?? 0)).toBe(MINUTE));
    for (const { open, high, low, close } of bars) {
      expect(Math.min(open, close)).toBeGreaterThanOrEqual(low);
      expect(Math.max(open, close)).toBeLessThanOrEqual(high);
    }
  });

  it("ends in the past: what is older is not there", async () => {
    const oldest = { from: 0, to: NOON - 10 * 1440 * MINUTE };
    expect(await at(NOON).bars("DEMO", "1", oldest)).toEqual({ bars: [], meta: { noData: true } });
  });

  it("streams what history will say of the bar", async () => {
    const now = NOON + 31_000;
    const streamed = at(now).mockers().barsMocker?.();
    const { bars } = await at(now).bars("DEMO", "1", { ...range, to: now + 1 });
    expect(streamed).toEqual(bars.at(-1));
  });

  it("has its one symbol, and refuses others with a code", async () => {
    await expect(at(NOON).resolve("DEMO")).resolves.toMatchObject({ exchange: "DEMO" });
    await expect(at(NOON).resolve("AAPL")).rejects.toMatchObject({ code: "unknown_symbol" });
    const bars = at(NOON).bars("AAPL", "1", range);
    await expect(bars).rejects.toMatchObject({ code: "unknown_symbol" });
  });

  it("quotes another symbol as an error in words, beside its own", async () => {
    const error = "the offline demo has DEMO alone, got AAPL";
    expect(await at(NOON).quotes(["AAPL", "DEMO"])).toMatchObject([
      { s: "error", n: "AAPL", v: { error } },
      { s: "ok", n: "DEMO" },
    ]);
  });

  it("quotes a touch of one tick, the same by request and by stream", async () => {
    const { bid, ask } = at(NOON).touch();
    expect(ask - bid).toBeCloseTo(0.01);
    const [quote] = await at(NOON).quotes(["DEMO"]);
    expect(quote).toEqual(at(NOON).mockers().quotesMocker?.());
    expect(quote).toMatchObject({ n: "DEMO", v: { bid, ask } });
  });

  it("says what it offers, and what time it is", async () => {
    expect(await at(NOON).configuration()).toMatchObject({ feed: "offline demo" });
    expect(await at(NOON).search()).toMatchObject([{ symbol: "DEMO" }]);
    expect(await at(NOON).serverTime()).toBe(NOON / 1000);
  });
});
