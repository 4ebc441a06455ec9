import { computed, shallowRef, type Ref } from "vue";
import { problemOf, type Problem } from "@/composables/problem";
import type { WorkspaceChange, WorkspaceService } from "@/services/workspaceService";
import { NO_LISTS, readLists, type Watchlist, type Watchlists } from "./lists";

export type ListStore = Pick<WorkspaceService, "read" | "save" | "follow">;

/** All lists are one document: what is newer wins whole. */
const NAME = "watchlists";
const TAKEN = "The watchlists were changed in another browser later than here. Those are shown.";
const KEPT = "The watchlists were changed in another browser, but earlier than here. Yours stay.";

/** The watchlists: in this browser at once, on the server for all the others. */
export class SavedLists {
  readonly lists = computed(() => this._document.value.lists);
  /** Whether the server has said what it holds, or could not. */
  readonly heard = shallowRef(false);
  readonly notice = shallowRef<string | null>(null);
  readonly problem = shallowRef<Problem | null>(null);
  private readonly _document = shallowRef<Watchlists>(NO_LISTS);
  /** Of the server's document as it was seen last, 0 for none; and when that was changed. */
  private _revision = 0;
  private _savedAt = 0;
  private _settling = false;
  private _news = false;

  /** `stored` is this browser's memory. */
  constructor(
    private readonly _store: ListStore,
    private readonly _stored: Ref<unknown>,
    private readonly _now: () => number,
  ) {
    this.takeStored();
  }

  /** Another tab of this browser may have changed them. */
  takeStored(): void {
    const other = readLists(this._stored.value);
    if (other && other.changedAt > this._document.value.changedAt) this._document.value = other;
  }

  /** Follow the server's document; return how to stop. */
  follow(): () => Promise<void> {
    const isOurs = ({ kind, name }: WorkspaceChange): boolean =>
      kind === "watchlists" && name === NAME;
    const following = this._store.follow({
      onUpdate: (change) => isOurs(change) && this._hear(change),
      onReplace: (all) => this._hear(all.find(isOurs)),
    });
    return () => following.close();
  }

  change(lists: readonly Watchlist[]): void {
    const changedAt = Math.max(this._now(), this._document.value.changedAt + 1);
    this._take({ lists, changedAt });
    void this._settle();
  }

  /** Show these as nobody's choice: they are kept nowhere. */
  suggest(lists: readonly Watchlist[]): void {
    this._document.value = { lists, changedAt: 0 };
  }

  private get _isUnsaved(): boolean {
    return this._document.value.changedAt > this._savedAt;
  }

  private _take(next: Watchlists): void {
    this._document.value = next;
    this._stored.value = next;
  }

  private _hear(change: WorkspaceChange | undefined): void {
    const held = change && !change.deleted ? change.revision : 0;
    if (held === 0) this._revision = this._savedAt = 0;
    this._news ||= held > this._revision;
    void this._settle();
  }

  /** One at a time; what failed is tried again at the next change or connection. */
  private async _settle(): Promise<void> {
    if (this._settling) return;
    this._settling = true;
    try {
      while (this._news || this._isUnsaved) await (this._news ? this._pull() : this._push());
      this.problem.value = null;
    } catch (error) {
      this.problem.value = problemOf(error);
    } finally {
      this._settling = false;
      this.heard.value = true;
    }
  }

  /** Read the server's document; the newer of the two stays. */
  private async _pull(): Promise<void> {
    this._news = false;
    const found = await this._store.read("watchlists", NAME);
    const theirs = readLists(found.content) ?? NO_LISTS;
    const mine = this._document.value;
    const isNew = theirs.changedAt !== this._savedAt && theirs.changedAt !== mine.changedAt;
    const isConflict = this._savedAt > 0 && this._isUnsaved && isNew;
    this._revision = found.revision;
    this._savedAt = theirs.changedAt;
    if (isConflict) this.notice.value = theirs.changedAt > mine.changedAt ? TAKEN : KEPT;
    if (theirs.changedAt > mine.changedAt) this._take(theirs);
  }

  private async _push(): Promise<void> {
    const mine = this._document.value;
    try {
      const entry = await this._store.save("watchlists", NAME, { ...mine }, this._revision);
      this._revision = entry.revision;
      this._savedAt = mine.changedAt;
    } catch (error) {
      if (problemOf(error).code !== "WORKSPACE_CONFLICT") throw error;
      this._news = true;
    }
  }
}
