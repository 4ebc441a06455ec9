import { onKeyStroke } from "@vueuse/core";
import type { Ref } from "vue";
import type { Commands } from "./commands";

/** Start commands by their keys, wherever nothing is being typed. */
export function useKeyboard(commands: Commands, listening: Ref<boolean>): void {
  onKeyStroke((event) => {
    if (!listening.value || event.defaultPrevented || !isForPage(event)) return;
    const command = commands.atKey(keysOf(event));
    if (!command || (command.refusal?.() ?? null) !== null) return;
    event.preventDefault();
    command.run();
  });
}

/** As a command names its key; `Mod` is Control, or Command on a Mac. */
export function keysOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const isLetter = /^[a-z]$/.test(name);
  return `${ctrlKey || metaKey ? "Mod+" : ""}${shiftKey && isLetter ? "Shift+" : ""}${name}`;
}

/** A key alone belongs to what it is typed into; in a dialog only that hears it. */
function isForPage(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return false;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return target?.closest("input, textarea, select, [contenteditable]") == null;
}
