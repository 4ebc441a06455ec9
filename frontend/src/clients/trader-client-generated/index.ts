// Generated from the contract; never edited by hand.

import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema";

export type TraderClient = Client<paths>;

/** Returns a client of the API at `baseUrl`, such as `http://127.0.0.1:8000`. */
export function createTraderClient(baseUrl: string, fetch?: typeof globalThis.fetch): TraderClient {
  return createClient<paths>({ baseUrl, ...(fetch && { fetch: (request) => fetch(request) }) });
}

/** The server's models, under the names that the mappers use. */
export type ApiMetadata = components["schemas"]["ApiMetadata"];
export type Bar = components["schemas"]["Bar"];
export type DataStatus = components["schemas"]["DataStatus"];
export type DatafeedConfiguration = components["schemas"]["DatafeedConfiguration"];
export type DatafeedSymbolType = components["schemas"]["DatafeedSymbolType"];
export type ErrorReply = components["schemas"]["ErrorReply"];
export type Exchange = components["schemas"]["Exchange"];
export type GetBarsResponse = components["schemas"]["GetBarsResponse"];
export type GetQuotesRequest = components["schemas"]["GetQuotesRequest"];
export type HealthResponse = components["schemas"]["HealthResponse"];
export type QuoteData = components["schemas"]["QuoteData"];
export type QuoteError = components["schemas"]["QuoteError"];
export type QuoteValues = components["schemas"]["QuoteValues"];
export type SearchSymbolResultItem = components["schemas"]["SearchSymbolResultItem"];
export type SymbolInfo = components["schemas"]["SymbolInfo"];
export type VersionInfo = components["schemas"]["VersionInfo"];
export type WsCounts = components["schemas"]["WsCounts"];
export type ApiMetadata_Api_Backend = components["schemas"]["ApiMetadata"];
export type Bar_Api_Backend = components["schemas"]["Bar"];
export type DataStatus_Api_Backend = components["schemas"]["DataStatus"];
export type DatafeedConfiguration_Api_Backend = components["schemas"]["DatafeedConfiguration"];
export type DatafeedSymbolType_Api_Backend = components["schemas"]["DatafeedSymbolType"];
export type ErrorReply_Api_Backend = components["schemas"]["ErrorReply"];
export type Exchange_Api_Backend = components["schemas"]["Exchange"];
export type GetBarsResponse_Api_Backend = components["schemas"]["GetBarsResponse"];
export type GetQuotesRequest_Api_Backend = components["schemas"]["GetQuotesRequest"];
export type HealthResponse_Api_Backend = components["schemas"]["HealthResponse"];
export type QuoteData_Api_Backend = components["schemas"]["QuoteData"];
export type QuoteError_Api_Backend = components["schemas"]["QuoteError"];
export type QuoteValues_Api_Backend = components["schemas"]["QuoteValues"];
export type SearchSymbolResultItem_Api_Backend = components["schemas"]["SearchSymbolResultItem"];
export type SymbolInfo_Api_Backend = components["schemas"]["SymbolInfo"];
export type VersionInfo_Api_Backend = components["schemas"]["VersionInfo"];
export type WsCounts_Api_Backend = components["schemas"]["WsCounts"];
