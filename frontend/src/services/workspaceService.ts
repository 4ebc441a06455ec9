/** Layouts, watchlists and settings on the server, shared by all tabs and browsers of the user. */

import { fetchOf } from "@/plugins/servedModules";
import { WorkspaceApi, type WorkspaceApiType } from "@/plugins/workspaceApi";
import type {
  DocumentContent,
  DocumentKind,
  WorkspaceChange,
  WorkspaceDocument,
  WorkspaceEntry,
} from "@/plugins/workspaceTypes";
import { WsAdapter, type WsAdapterType } from "@/plugins/wsAdapter";
import type { StreamListener, SubscriptionHandle } from "@/plugins/wsStream";

export type {
  DocumentContent,
  DocumentKind,
  WorkspaceChange,
  WorkspaceDocument,
  WorkspaceEntry,
} from "@/plugins/workspaceTypes";

export class WorkspaceService {
  constructor(
    private readonly _api: WorkspaceApiType = new WorkspaceApi(fetchOf("workspace")),
    private readonly _wsAdapter: Pick<WsAdapterType, "workspace"> = new WsAdapter(),
  ) {}

  /** All documents without their contents, by kind and name. */
  list(): Promise<WorkspaceEntry[]> {
    return this._api.list();
  }

  /** Rejects with `WORKSPACE_NOT_FOUND` where nothing was saved. */
  read(kind: DocumentKind, name: string): Promise<WorkspaceDocument> {
    return this._api.read(kind, name);
  }

  /**
   * Saves what was made of `revision`, 0 for a new document, and returns the new revision.
   * Rejects with `WORKSPACE_CONFLICT` when another tab was faster: read it, and decide.
   */
  save(
    kind: DocumentKind,
    name: string,
    content: DocumentContent,
    revision: number,
  ): Promise<WorkspaceEntry> {
    return this._api.save(kind, name, content, revision);
  }

  /** Rejects with `WORKSPACE_CONFLICT` when another tab has saved since `revision`. */
  remove(kind: DocumentKind, name: string, revision: number): Promise<void> {
    return this._api.remove(kind, name, revision);
  }

  /** Calls the listener with all documents, then with each change, this tab's own among them. */
  follow(listener: StreamListener<WorkspaceChange>): SubscriptionHandle {
    return this._wsAdapter.workspace.listen({}, listener);
  }
}
