import { describe, expect, it } from "vitest";
import { ServerClock } from "../serverClock";

describe("[F8] the server's clock", () => {
  it("is known from the quickest answer", () => {
    const clock = new ServerClock();

    clock.measure(1000, 1400, 6300);
    clock.measure(2000, 2040, 7020);
    clock.measure(3000, 3900, 9000);

    expect(clock.offsetMs).toBe(5000);
  });

  it("tells no age before it is known, and never a negative one", () => {
    const clock = new ServerClock();
    const unknown = clock.age(1000, 2000);

    clock.measure(1000, 1000, 1000);

    expect([unknown, clock.age(1990, 2000), clock.age(2010, 2000)]).toEqual([null, 10, 0]);
  });

  it("is measured anew on a new connection, and not by a clock that was set back", () => {
    const clock = new ServerClock();
    clock.measure(1000, 1010, 1005);
    clock.reset();

    clock.measure(2000, 1900, 9000);
    clock.measure(2000, 2100, 2150);

    expect(clock.offsetMs).toBe(100);
  });
});
