import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope, nextTick, ref, shallowRef, type EffectScope } from "vue";
import type { ChartHost, HoveredBar } from "@/components/chart/chartHost";
import { Links } from "@/composables/terminal/links";
import type { PanelContext } from "@/composables/terminal/panel";
import { useLinkedCrosshair } from "../linkedCrosshair";

const barAt = (time: number): HoveredBar => ({
  bar: { time, open: 1, high: 1, low: 1, close: 1 },
  previous: null,
});

let scope: EffectScope;
let frames: (() => void)[];
beforeEach(() => {
  frames = [];
  scope = effectScope();
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

async function paint(): Promise<void> {
  frames.splice(0).forEach((act) => act());
  await nextTick();
}

/** A chart of the blue group; its host notes where it was pointed at. */
function chart(id: string, links: Links) {
  const marked: (number | null)[] = [];
  const point = (time: number | null) => {
    marked.push(time);
    return time === null ? null : barAt(time);
  };
  const host = shallowRef({ view: { point } } as unknown as ChartHost);
  const hovered = shallowRef<HoveredBar | null>(null);
  const panel = { id, visible: ref(true), link: shallowRef(links.of("blue", id)) };
  const hover = scope.run(() =>
    useLinkedCrosshair(host, panel as unknown as PanelContext, hovered),
  );
  return { marked, hovered, hover: (bar: HoveredBar | null) => hover?.(bar) };
}

describe("the crosshair of linked charts", () => {
  it("is told once a frame, where it was last, and taken away when the pointer leaves", async () => {
    const links = new Links("AAPL");
    const [one, other] = [chart("one", links), chart("other", links)];
    [60, 120, 180].forEach((time) => one.hover(barAt(time)));
    await paint();
    expect(other.marked).toEqual([180]);
    expect([one.marked, other.hovered.value?.bar.time]).toEqual([[], 180]);

    one.hover(null);
    await paint();
    expect([other.marked.at(-1), other.hovered.value]).toEqual([null, null]);
  });

  it("stays while a tick says that nothing is pointed at here", async () => {
    const links = new Links("AAPL");
    const [one, other] = [chart("one", links), chart("other", links)];
    one.hover(barAt(60));
    await paint();
    other.hover(null);
    await paint();
    expect(other.hovered.value?.bar.time).toBe(60);
  });
});
