/** The workspace's REST API in the front end's types. */

import { createTraderClient, type TraderClient } from "@clients/trader-client-generated";
import { dataOf } from "./apiAnswer";
import { mapWorkspaceDocument, mapWorkspaceEntry } from "./mappers";
import { serverOrigin } from "./serverAddress";
import type {
  DocumentContent,
  DocumentKind,
  WorkspaceDocument,
  WorkspaceEntry,
} from "./workspaceTypes";

const DOCUMENTS = "/api/v1/workspace/documents";
const DOCUMENT = `${DOCUMENTS}/{kind}/{name}`;

/** Every method rejects with an `ApiError`. */
export class WorkspaceApi {
  private chosen: TraderClient | undefined;

  /** @param fetch by default the global one */
  constructor(private readonly fetch?: typeof globalThis.fetch) {}

  async list(): Promise<WorkspaceEntry[]> {
    return (await dataOf(this.client.GET(DOCUMENTS))).map(mapWorkspaceEntry);
  }

  async read(kind: DocumentKind, name: string): Promise<WorkspaceDocument> {
    const params = { path: { kind, name } };
    return mapWorkspaceDocument(await dataOf(this.client.GET(DOCUMENT, { params })));
  }

  async save(
    kind: DocumentKind,
    name: string,
    content: DocumentContent,
    revision: number,
  ): Promise<WorkspaceEntry> {
    const request = { params: { path: { kind, name } }, body: { revision, content } };
    return mapWorkspaceEntry(await dataOf(this.client.PUT(DOCUMENT, request)));
  }

  async remove(kind: DocumentKind, name: string, revision: number): Promise<void> {
    const params = { path: { kind, name }, query: { revision } };
    await dataOf(this.client.DELETE(DOCUMENT, { params }));
  }

  private get client(): TraderClient {
    return (this.chosen ??= createTraderClient(serverOrigin(), this.fetch));
  }
}

export type WorkspaceApiType = Pick<WorkspaceApi, "list" | "read" | "save" | "remove">;
