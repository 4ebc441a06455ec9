import { useEventListener } from "@vueuse/core";
import { computed, shallowRef, type Ref } from "vue";
import { stepped, toStep } from "./priceSteps";
import type { TradeLine } from "./tradeLines";

/** A line at another price, by pointer or by keys, that is not let go yet. */
export interface Drag {
  line: TradeLine;
  price: number;
}

/** The pointer that is down on a line, and how far from the line it was set. */
interface Press {
  line: TradeLine;
  pointer: number;
  offset: number;
  from: number;
}

export interface DragPlace {
  /** Height of the pointer over the bars, in px. */
  heightOf(event: PointerEvent): number;
  priceAt(y: number): number | null;
}

/** A hand that trembles does not drag. */
const DEAD_PX = 3;
/** Steps of the arrow keys with Shift. */
const LEAP = 10;

/** Dragging of lines in whole steps of the instrument; `drop` hears where one was let go. */
export function useDragging(
  place: DragPlace,
  step: Ref<number>,
  drop: (line: TradeLine, price: number) => void,
) {
  const drag = shallowRef<Drag | null>(null);
  const press = shallowRef<Press | null>(null);

  function cancel(): void {
    drag.value = press.value = null;
  }

  function letGo(): void {
    const dropped = drag.value;
    cancel();
    if (dropped) drop(dropped.line, dropped.price);
  }

  function down(event: PointerEvent, line: TradeLine, lineY: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const y = place.heightOf(event);
    press.value = { line, pointer: event.pointerId, offset: lineY - y, from: y };
  }

  function move(event: PointerEvent): void {
    const pressed = press.value;
    if (pressed?.pointer !== event.pointerId) return;
    const y = place.heightOf(event);
    if (!drag.value && Math.abs(y - pressed.from) < DEAD_PX) return;
    const price = place.priceAt(y + pressed.offset);
    if (price === null) return;
    drag.value = { line: pressed.line, price: toStep(Math.max(price, step.value), step.value) };
  }

  function key(event: KeyboardEvent, line: TradeLine): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter" && drag.value) letGo();
    else if (direction === undefined) return;
    else nudge(line, direction * (event.shiftKey ? LEAP : 1));
    event.preventDefault();
    event.stopPropagation();
  }

  function nudge(line: TradeLine, steps: number): void {
    const from = drag.value?.line.id === line.id ? drag.value.price : line.price;
    const price = stepped(from, steps, step.value);
    if (price > 0) drag.value = { line, price };
  }

  // Wherever the focus is: Escape gives up, and closes nothing else.
  useEventListener(
    window,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !(drag.value ?? press.value)) return;
      cancel();
      event.stopPropagation();
    },
    { capture: true },
  );

  const isPressed = computed(() => press.value !== null);
  return { drag, isPressed, down, move, letGo, cancel, key };
}
