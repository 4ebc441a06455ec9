import { describe, expect, it } from "vitest";
import type { TopicReading } from "../streamsFeed";
import { UpdateRates } from "../updateRates";

const reading = (updates: number, symbol = "A") =>
  ({ route: "bars", params: { symbol }, updates }) as Partial<TopicReading> as TopicReading;

describe("updates a second", () => {
  it("are unknown at the first look at a topic", () => {
    const rates = new UpdateRates();
    rates.take([reading(5)], 0);
    rates.take([reading(6), reading(9, "B")], 1000);

    expect([rates.of(reading(6)), rates.of(reading(9, "B"))]).toEqual([1, null]);
  });

  it("look back over five seconds", () => {
    const rates = new UpdateRates();
    for (let second = 0; second < 10; second += 1) {
      rates.take([reading(second * second)], second * 1000);
    }

    expect(rates.of(reading(81))).toBe((81 - 16) / 5);
  });

  it("are unknown of a topic that counts anew", () => {
    const rates = new UpdateRates();
    rates.take([reading(50)], 0);
    rates.take([reading(2)], 1000);

    expect(rates.of(reading(2))).toBeNull();
  });
});
