/** Keys as this machine's keyboard names them: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function spokenKeys(keys: string, isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)) {
  const parts = keys.split("+").map((part) => SPOKEN[part]?.[isMac ? 0 : 1] ?? part.toUpperCase());
  return parts.join(isMac ? "" : " ");
}

const SPOKEN: Record<string, readonly [mac: string, other: string]> = {
  Mod: ["⌘", "Ctrl"],
  Shift: ["⇧", "Shift"],
  Escape: ["Esc", "Esc"],
  Delete: ["Del", "Del"],
};
