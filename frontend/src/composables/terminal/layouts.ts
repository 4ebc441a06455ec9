import { computed, onScopeDispose, shallowReactive, shallowRef } from "vue";
import {
  WorkspaceService,
  type WorkspaceChange,
  type WorkspaceEntry,
} from "@/services/workspaceService";
import { problemOf, type Problem } from "@/composables/problem";

type LayoutStore = Pick<WorkspaceService, "read" | "save" | "remove" | "follow">;

/** The named layouts on the server, as every tab of this user sees them. */
export function useLayouts(store: LayoutStore = new WorkspaceService()) {
  const known = shallowReactive(new Map<string, WorkspaceEntry>());
  const problem = shallowRef<Problem | null>(null);
  const names = computed(() => [...known.keys()].sort((a, b) => a.localeCompare(b)));

  function take({ kind, deleted, ...entry }: WorkspaceChange): void {
    if (kind !== "layout") return;
    if (deleted) known.delete(entry.name);
    else known.set(entry.name, { kind, ...entry });
  }

  const following = store.follow({
    onUpdate: take,
    onReplace: (all) => {
      known.clear();
      all.forEach(take);
    },
  });
  onScopeDispose(() => void following.close());

  /** Return what `act` does, or null after telling why it failed. */
  async function tried<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      const result = await act();
      problem.value = null;
      return result;
    } catch (error) {
      problem.value = problemOf(error);
      return null;
    }
  }

  const revisionOf = (name: string): number => known.get(name)?.revision ?? 0;

  return {
    names,
    problem,
    /** Save under a name, in place of what this tab knows under it. */
    save: (name: string, layout: object) =>
      tried(() => store.save("layout", name, { layout }, revisionOf(name))),
    /** Return a layout as `WorkspaceControls.layout` gave it; null where that failed. */
    read: (name: string) =>
      tried(async () => (await store.read("layout", name)).content["layout"] ?? null),
    remove: (name: string) => tried(() => store.remove("layout", name, revisionOf(name))),
  };
}
