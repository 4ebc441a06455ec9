import { shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import type { AccountOrder, AccountPreOrder } from "@/services/brokerTerminalService";
import { ApiError } from "@/services/datafeedService";
import { decimal } from "../decimal";
import type { Preview } from "../preview";
import { Submission } from "../submission";
import { emptyForm, filled } from "../ticketForm";
import { TicketOrders, type TicketOrdersWorld } from "../ticketOrders";
import { readTicket, type TicketReading } from "../ticketReading";

const MARKET = {
  ...{ symbol: "AAPL", tick: decimal("0.01"), lot: decimal("1"), minQty: decimal("1") },
  ...{ maxQty: decimal("1000"), bid: decimal("99.99"), ask: decimal("100"), last: null },
  ...{ equity: decimal("1000"), now: 0 },
};
const LIMIT = {
  ...{ id: "o1", symbol: "AAPL", type: 1, side: 1, qty: 5, status: 6, limitPrice: 90 },
  ...{ stopLoss: 80, duration: { type: "DAY" } },
} as AccountOrder;

/** A broker that notes what it is told, and answers as the test says. */
function scene({ asks = false, confirmId = "c1" } = {}) {
  const told: unknown[][] = [];
  const refusals: ApiError[] = [];
  const inPlace: unknown[] = [];
  const answer = <T>(value: T, ...command: unknown[]): Promise<T> => {
    told.push(command);
    const refused = refusals.shift();
    return refused ? Promise.reject(refused) : Promise.resolve(value);
  };
  const broker = {
    placeOrder: (order: AccountPreOrder, id?: string) =>
      answer({ orderId: "o2" }, "place", order, id),
    modifyOrder: (order: AccountOrder) => answer(undefined, "modify", order),
  };
  const seen = shallowRef(true);
  const form = shallowRef(emptyForm("5"));
  const reading = shallowRef<TicketReading>(readTicket(form.value, MARKET));
  const costs = (value: string): Preview => ({
    of: JSON.stringify(reading.value.order),
    result: { sections: [{ rows: [{ title: "Value", value }] }], confirmId },
  });
  const shown = shallowRef<Preview | null>(costs("500"));
  const replace = (): Promise<Preview | null> => {
    shown.value = null;
    return Promise.resolve(costs("510"));
  };
  const orders = shallowRef<readonly AccountOrder[]>([LIMIT]);
  const modifies = shallowRef<AccountOrder | null>(null);
  const world = {
    ...{
      account: { orders, broker, toldInPlace: (error: unknown) => inPlace.push(error) },
      ...{ seen, form, modifies, reading },
      submission: new Submission((rested) => rested()),
    },
    preview: { shown, replace },
    ...{ price: String, asks: () => asks, left: () => undefined },
  } as unknown as TicketOrdersWorld;
  const change = (limitPrice: number): void => {
    modifies.value = LIMIT;
    form.value = filled(form.value, { symbol: "AAPL", modifies: LIMIT, limitPrice });
    reading.value = readTicket(form.value, MARKET);
  };
  return {
    ...{ told, refusals, inPlace, seen },
    orders,
    reading,
    form,
    modifies,
    change,
    ticket: new TicketOrders(world),
  };
}

describe("a new order", () => {
  it("goes with the confirmation of what was seen", async () => {
    const { ticket, told, reading } = scene();
    const { order } = reading.value;

    expect(await ticket.submit()).toBe(true);

    expect(told).toEqual([["place", order, "c1"]]);
    expect(ticket.placedId.value).toBe("o2");
  });

  it("never goes with a confirmation that was sent before, placed or refused", async () => {
    const { ticket, told, refusals } = scene();
    refusals.push(new ApiError("MARKET_STALE", "too old", 409));

    await ticket.submit();
    await ticket.submit();

    expect(told.map(([, , confirmId]) => confirmId)).toEqual(["c1", undefined]);
  });

  it("tells its refusal itself while it can be seen", async () => {
    const { ticket, refusals, inPlace, seen } = scene();
    const [first, second] = ["MARKET_STALE", "MARKET_CLOSED"].map(
      (c) => new ApiError(c, "no", 409),
    );
    refusals.push(...[first, second].flatMap((error) => error ?? []));

    await ticket.submit();
    seen.value = false;
    await ticket.submit();

    expect(inPlace).toEqual([first]);
  });

  it("of which the server has forgotten the preview shows what it is now, and is not sent", async () => {
    const { ticket, told, refusals } = scene();
    refusals.push(new ApiError("CONFIRMATION_INVALID", "too old", 409));

    expect(await ticket.submit()).toBe(false);

    expect(told).toHaveLength(1);
    expect(ticket.stale.value?.differences).toEqual([{ title: "Value", seen: "500", now: "510" }]);
    ticket.stale.value?.take?.();
    expect(ticket.stale.value).toBeNull();
  });
});

describe("an order that is asked for first", () => {
  it("goes when it is agreed to", async () => {
    const { ticket, told } = scene({ asks: true });

    expect(await ticket.submit()).toBe(false);
    expect(told).toEqual([]);
    expect(await ticket.confirm()).toBe(true);
  });

  it("does not go when the market has run away since", async () => {
    const { ticket, told, reading, form } = scene({ asks: true });
    await ticket.submit();
    reading.value = readTicket(form.value, { ...MARKET, ask: decimal("100.11") });

    expect(await ticket.confirm()).toBe(false);

    expect(told).toEqual([]);
    expect(ticket.stale.value?.differences).toEqual([
      { title: "Price", seen: "100", now: "100.11" },
    ]);
  });
});

describe("a change", () => {
  it("repeats the protection and the duration of the order", async () => {
    const { ticket, told, change } = scene();
    change(91);

    expect(await ticket.submit()).toBe(true);

    expect(told).toEqual([["modify", { ...LIMIT, limitPrice: 91 }]]);
  });

  it("of an order that is another one by now is not sent, and keeps what was edited", async () => {
    const { ticket, told, orders, change, form, modifies } = scene();
    change(91);
    orders.value = [{ ...LIMIT, qty: 4, stopLoss: 85 }];

    expect(await ticket.submit()).toBe(false);

    expect(told).toEqual([]);
    expect(ticket.stale.value?.differences.map(({ title }) => title)).toEqual([
      "Quantity",
      "Stop loss",
    ]);
    ticket.stale.value?.take?.();
    expect(form.value).toMatchObject({ limitPrice: "91", quantity: { text: "4" } });
    expect(modifies.value?.stopLoss).toBe(85);
  });

  it("of an order that has ended has no way on", async () => {
    const { ticket, orders, change } = scene();
    change(91);
    orders.value = [{ ...LIMIT, status: 2 }];

    await ticket.submit();

    expect(ticket.stale.value?.take).toBeNull();
  });
});
