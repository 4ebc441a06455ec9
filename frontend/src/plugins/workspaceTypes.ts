/** What a terminal keeps on the server: named documents, in which only the terminal reads. */

export type DocumentKind = "layout" | "watchlists" | "settings";

export type DocumentContent = Record<string, unknown>;

export interface WorkspaceEntry {
  kind: DocumentKind;
  name: string;
  /** Higher with each save; whoever saves names the one that he has seen, 0 for a new document. */
  revision: number;
  /** Unix ms of the server. */
  updatedAt: number;
}

export interface WorkspaceDocument extends WorkspaceEntry {
  content: DocumentContent;
}

/** A document was saved, here or elsewhere, or `deleted`. */
export interface WorkspaceChange extends WorkspaceEntry {
  /** `kind/name`. */
  id: string;
  deleted: boolean;
}
