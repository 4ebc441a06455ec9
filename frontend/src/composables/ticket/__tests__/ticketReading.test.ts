import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TicketDraft } from "@/composables/terminal/tickets";
import { decimal, isOnStep } from "../decimal";
import { durationsOf, emptyForm, filled, nextForm, type TicketForm } from "../ticketForm";
import { readTicket, type TicketMarket } from "../ticketReading";

const d = decimal;
const NOW = Date.UTC(2026, 0, 5);
const market: TicketMarket = {
  symbol: "AAPL",
  tick: d("0.01"),
  lot: d("1"),
  minQty: d("1"),
  maxQty: d("1000000000"),
  bid: d("186.48"),
  ask: d("186.50"),
  last: d("186.49"),
  equity: d("100000"),
  now: NOW,
};
const form = (changed: Partial<TicketForm> = {}): TicketForm => ({
  ...emptyForm("100"),
  ...changed,
});
const bracket = (text: string, unit: TicketForm["takeProfit"]["unit"] = "price") => ({
  on: true,
  unit,
  text,
});

describe("an order that can be sent", () => {
  it("is a market order by default", () => {
    expect(readTicket(form(), market).order).toEqual({
      symbol: "AAPL",
      type: 2,
      side: 1,
      qty: 100,
      duration: { type: "GTC" },
    });
  });

  it("has both prices, its brackets, its group and its end", () => {
    const at = new Date(NOW + 3_600_000);
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
    const whole = form({
      type: 4,
      side: -1,
      limitPrice: "180.10",
      stopPrice: "180.50",
      takeProfit: bracket("170"),
      stopLoss: bracket("100", "ticks"),
      duration: "GTD",
      expires: local.slice(0, 16),
      ocoGroup: " exit ",
    });

    expect(readTicket(whole, market).order).toEqual({
      ...{ symbol: "AAPL", type: 4, side: -1, qty: 100, limitPrice: 180.1, stopPrice: 180.5 },
      ...{ takeProfit: 170, stopLoss: 181.1, ocoGroup: "exit" },
      duration: { type: "GTD", datetime: at.getTime() },
    });
  });

  it("is sized by cash at the ask, and by risk to the stop", () => {
    const cash = form({ quantity: { unit: "cash", text: "1000" } });
    const risk = form({ quantity: { unit: "risk", text: "1" }, stopLoss: bracket("2", "percent") });

    expect(readTicket(cash, market).order?.qty).toBe(5);
    expect(readTicket(risk, market).order).toMatchObject({ qty: 268, stopLoss: 182.77 });
  });
});

describe("a field says what it needs", () => {
  const limit = { type: 1 as const };
  it.each<[keyof ReturnType<typeof readTicket>["problems"], Partial<TicketForm>, RegExp]>([
    ["qty", { quantity: { unit: "size", text: "" } }, /quantity is needed/],
    ["qty", { quantity: { unit: "size", text: "0" } }, /At least 1/],
    ["qty", { quantity: { unit: "size", text: "-3" } }, /Write a number/],
    ["qty", { quantity: { unit: "size", text: "1.5" } }, /steps of 1/],
    ["qty", { quantity: { unit: "size", text: "9".repeat(20) } }, /At most/],
    ["qty", { quantity: { unit: "cash", text: "100" } }, /Too little/],
    ["qty", { quantity: { unit: "risk", text: "1" } }, /stop loss is needed/],
    ["qty", { quantity: { unit: "risk", text: "1" }, stopLoss: bracket("5", "money") }, /a price/],
    ["limitPrice", { ...limit, limitPrice: "" }, /price is needed/],
    ["limitPrice", { ...limit, limitPrice: "NaN" }, /Write a number/],
    ["limitPrice", { ...limit, limitPrice: "186.505" }, /steps of 0.01/],
    ["limitPrice", { ...limit, limitPrice: "0" }, /Above 0/],
    ["stopPrice", { type: 3, stopPrice: "" }, /price is needed/],
    ["takeProfit", { takeProfit: bracket("186.50") }, /above 186.50/],
    ["stopLoss", { stopLoss: bracket("190") }, /below 186.50/],
    ["stopLoss", { side: -1, stopLoss: bracket("1") }, /above 186.48/],
    ["stopLoss", { stopLoss: bracket("1.5", "ticks") }, /Whole ticks/],
    ["stopLoss", { stopLoss: bracket("200", "percent") }, /Above 0/],
    ["stopLoss", { ...limit, stopLoss: bracket("5", "ticks") }, /order's price first/],
    ["expires", { duration: "GTD" }, /date and a time/],
    ["expires", { duration: "GTD", expires: "2001-01-01T00:00" }, /future/],
  ])("%s, case %#", (field, changed, words) => {
    const { problems, order } = readTicket(form(changed), market);

    expect(problems[field]).toMatch(words);
    expect(order).toBeNull();
  });
});

it("whatever is typed, an order that is made keeps the steps and the bounds", () => {
  const typed = fc.oneof(
    fc.string(),
    fc.integer({ min: 0, max: 10_000_000 }).map((value) => d(`${value}e-3`).toFixed()),
  );
  const entry = fc.record({
    on: fc.boolean(),
    unit: fc.constantFrom("price", "ticks", "percent", "money"),
    text: typed,
  });
  const forms = fc.record({
    side: fc.constantFrom(1, -1),
    type: fc.constantFrom(1, 2, 3, 4),
    quantity: fc.record({ unit: fc.constantFrom("size", "cash", "risk"), text: typed }),
    ...{ limitPrice: typed, stopPrice: typed, takeProfit: entry, stopLoss: entry },
  });
  fc.assert(
    fc.property(forms, (changed) => {
      const { order } = readTicket(form(changed), market);
      if (!order) return;
      const { qty, limitPrice, stopPrice, takeProfit, stopLoss } = order;
      expect(isOnStep(d(String(qty)), market.lot) && qty >= 1 && qty <= 1e9).toBe(true);
      for (const price of [limitPrice, stopPrice, takeProfit, stopLoss]) {
        if (price !== undefined)
          expect(isOnStep(d(String(price)), market.tick) && price > 0).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a draft", () => {
  it("brings its prices and the type that takes them", () => {
    const form = filled(emptyForm("7"), { symbol: "AAPL", side: -1, stopPrice: 1e-8 });

    expect(form).toMatchObject({ side: -1, type: 3, stopPrice: "0.00000001" });
    expect(form.quantity.text).toBe("7");
  });

  it("of an order to change repeats its protection and its duration", () => {
    const modifies = {
      ...{ id: "o1", symbol: "AAPL", type: 1, side: 1, qty: 5, status: 6, limitPrice: 180 },
      ...{ takeProfit: 190, stopLoss: 170, duration: { type: "DAY" } },
    };
    const draft = { symbol: "AAPL", modifies, limitPrice: 181 } as TicketDraft;

    const form = filled(emptyForm(), draft);

    expect(form).toMatchObject({ limitPrice: "181", duration: "DAY" });
    expect([form.takeProfit.text, form.stopLoss.text]).toEqual(["190", "170"]);
  });

  it("after an order keeps type and quantity, and clears prices", () => {
    const next = nextForm(form({ type: 1, limitPrice: "180", stopLoss: bracket("170") }));

    expect(next).toMatchObject({ type: 1, limitPrice: "", quantity: { text: "100" } });
    expect(next.stopLoss.on).toBe(false);
  });
});

it("an order with a stop is never immediate", () => {
  expect(durationsOf(3)).toEqual(["GTC", "DAY", "GTD"]);
  expect(durationsOf(2)).toContain("FOK");
});

it("has no quantity at first: one share is not one coin", () => {
  expect(emptyForm().quantity).toEqual({ unit: "size", text: "" });
});
