// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { effectScope, shallowRef } from "vue";
import type { AccountOrder } from "@/services/brokerTerminalService";
import { useDragging } from "../dragging";
import { linesOf } from "../tradeLines";

const ORDER: AccountOrder = {
  ...{ id: "o1", symbol: "A", type: 1, side: 1, qty: 5, status: 6, limitPrice: 100 },
};

/** A line at 100 on a scale of 10 px a unit, 200 being at the top; and what was dropped. */
function grabbed() {
  const dropped: number[] = [];
  const place = { heightOf: ({ clientY }: PointerEvent) => clientY, priceAt };
  const step = shallowRef(0.25);
  const made = effectScope().run(() =>
    useDragging(place, step, (_line, price) => dropped.push(price)),
  );
  const [line] = linesOf("A", [ORDER], []);
  if (!made || !line) throw new Error("nothing to drag");
  const pointer = (clientY: number) =>
    ({ clientY, pointerId: 1, button: 0, currentTarget: { setPointerCapture } }) as never;
  const key = (name: string, shiftKey = false): void =>
    made.key(new KeyboardEvent("keydown", { key: name, shiftKey }), line);
  return { ...made, dropped, line, pointer, key };
}
const priceAt = (y: number): number => 200 - y / 10;
const setPointerCapture = (): void => undefined;
const escape = (): boolean => window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));

describe("dragging a line", () => {
  it("goes in steps of the instrument, from where it was taken", () => {
    const { down, move, letGo, pointer, line, dropped } = grabbed();

    // Taken 2 px below the line, and moved up by 12 px: 1.2 of price, to the next quarter.
    down(pointer(1002), line, 1000);
    move(pointer(990));
    letGo();

    expect(dropped).toEqual([101.25]);
  });

  it("is nothing but a press while the hand trembles", () => {
    const { down, move, letGo, pointer, line, drag, dropped } = grabbed();

    down(pointer(1000), line, 1000);
    move(pointer(998));
    letGo();

    expect([drag.value, dropped]).toEqual([null, []]);
  });

  it("is given up by Escape, and nothing is sent", () => {
    const { down, move, letGo, pointer, line, drag, dropped } = grabbed();
    down(pointer(1000), line, 1000);
    move(pointer(900));

    escape();
    move(pointer(800));
    letGo();

    expect([drag.value, dropped]).toEqual([null, []]);
  });

  it("goes by arrow keys too: Enter sends, Escape leaves it", () => {
    const { key, drag, dropped } = grabbed();

    key("ArrowUp");
    key("ArrowDown", true);
    expect(drag.value?.price).toBe(97.75);
    key("Enter");
    key("ArrowUp");
    escape();

    expect([drag.value, dropped]).toEqual([null, [97.75]]);
  });
});
