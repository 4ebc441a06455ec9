import { describe, expect, it } from "vitest";
import type { Drawing } from "../drawing";
import { DrawingHistory } from "../drawingHistory";

const line = (id: string): Drawing => ({
  id,
  tool: "horizontal",
  points: [{ time: 0, price: 100 }],
  pane: null,
  color: "accent",
  locked: false,
  text: "",
});
const ids = ({ now }: DrawingHistory): string[] => now.map(({ id }) => id);

describe("what was done to drawings", () => {
  it("is undone step by step, and done again", () => {
    const history = new DrawingHistory([line("a")]);
    history.add(line("b"));
    history.change("a", { locked: true });
    history.remove("b");
    expect(ids(history)).toEqual(["a"]);
    history.undo();
    expect(ids(history)).toEqual(["a", "b"]);
    history.undo();
    expect(history.now[0]?.locked).toBe(false);
    history.redo();
    history.redo();
    expect([ids(history), history.canRedo]).toEqual([["a"], false]);
  });

  it("cannot be done again after something else", () => {
    const history = new DrawingHistory([]);
    history.add(line("a"));
    history.undo();
    history.add(line("b"));
    expect([history.canRedo, ids(history)]).toEqual([false, ["b"]]);
  });

  it("goes back to a chart that was cleared", () => {
    const history = new DrawingHistory([line("a"), line("b")]);
    history.clear();
    expect(ids(history)).toEqual([]);
    history.undo();
    expect([ids(history), history.canUndo]).toEqual([["a", "b"], false]);
  });
});
