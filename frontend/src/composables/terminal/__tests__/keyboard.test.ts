import { describe, expect, it } from "vitest";
import { keysOf } from "../keyboard";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keysOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more } as KeyboardEvent);

describe("the name of a key", () => {
  it.each([
    ["b", {}, "b"],
    ["B", {}, "b"],
    ["F", { shiftKey: true }, "Shift+f"],
    ["?", { shiftKey: true }, "?"],
    ["k", { ctrlKey: true }, "Mod+k"],
    ["k", { metaKey: true }, "Mod+k"],
    ["Escape", {}, "Escape"],
  ])("%s with %j is %s", (key, more, expected) => {
    expect(press(key, more)).toBe(expected);
  });
});
