import { onScopeDispose, shallowReactive } from "vue";

/** Something that the palette lists and a key may start. */
export interface Command {
  /** Unique; a later registration replaces the earlier one. */
  id: string;
  /** What it does, in the words of its button. */
  title: string;
  group: "Chart" | "Trade" | "Panels" | "Layouts" | "View" | "Help";
  /** As `event.key` says it, `Shift+` or `Mod+` before it: `"b"`, `"Shift+f"`, `"Mod+k"`. */
  keys?: string;
  /** More words to find it by. */
  also?: string;
  /** Why it cannot be done now; null or absent when it can. */
  refusal?: () => string | null;
  run(): void;
}

/** What the terminal can be told, by whoever is on the screen. */
export class Commands {
  private readonly _all = shallowReactive(new Map<string, Command>());

  get all(): Command[] {
    return [...this._all.values()];
  }

  /** Return the function that takes them away again. */
  register(...commands: Command[]): () => void {
    commands.forEach((command) => this._all.set(command.id, command));
    return () => {
      commands.forEach((one) => this._all.get(one.id) === one && this._all.delete(one.id));
    };
  }

  /** Run one that is there and not refused; return whether it was. */
  run(id: string): boolean {
    const command = this._all.get(id);
    if (!command || (command.refusal?.() ?? null) !== null) return false;
    command.run();
    return true;
  }

  /** The one that a key starts. */
  atKey(keys: string): Command | undefined {
    return this.all.find((command) => command.keys === keys);
  }
}

/** Offer commands for as long as the component lives. */
export function offerCommands(commands: Commands, ...offered: Command[]): void {
  onScopeDispose(commands.register(...offered));
}
