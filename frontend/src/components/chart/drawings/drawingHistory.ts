/** The drawings of one symbol, and the way back through what was done to them. */

import type { Drawing } from "./drawing";

const MOST_STEPS = 100;

/** Each change makes a new list: what was before is kept as it was. */
export class DrawingHistory {
  private readonly _past: (readonly Drawing[])[] = [];
  private readonly _future: (readonly Drawing[])[] = [];

  constructor(private _now: readonly Drawing[]) {}

  get now(): readonly Drawing[] {
    return this._now;
  }

  get canUndo(): boolean {
    return this._past.length > 0;
  }

  get canRedo(): boolean {
    return this._future.length > 0;
  }

  add(drawing: Drawing): void {
    this._turnTo([...this._now, drawing]);
  }

  change(id: string, members: Partial<Drawing>): void {
    this._turnTo(this._now.map((one) => (one.id === id ? { ...one, ...members } : one)));
  }

  remove(id: string): void {
    this._turnTo(this._now.filter((one) => one.id !== id));
  }

  clear(): void {
    this._turnTo([]);
  }

  undo(): void {
    const before = this._past.pop();
    if (!before) return;
    this._future.push(this._now);
    this._now = before;
  }

  redo(): void {
    const after = this._future.pop();
    if (!after) return;
    this._past.push(this._now);
    this._now = after;
  }

  private _turnTo(next: readonly Drawing[]): void {
    this._past.push(this._now);
    if (this._past.length > MOST_STEPS) this._past.shift();
    this._future.length = 0;
    this._now = next;
  }
}
