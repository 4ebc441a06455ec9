/** The REST client: openapi-typescript's types, a thin openapi-fetch client, the mappers' aliases. */

import openapiTS, { astToString } from "openapi-typescript";
import { UnknownConstruct, checkName } from "./schemaTypes.mjs";

const HEADER = "// Generated from the contract; never edited by hand.\n";

/**
 * @param {any} document the OpenAPI document
 * @returns {Promise<Record<string, string>>} file name to text
 */
export async function generateRestClient(document) {
  const names = Object.keys(document.components?.schemas ?? {}).sort();
  if (names.length === 0) throw new UnknownConstruct("#/components/schemas", "expected schemas");
  names.forEach((name) => checkName(name, `#/components/schemas/${name}`));
  const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
  return { "schema.ts": `${HEADER}\n${types}`, "index.ts": indexFile(names) };
}

/** @param {string[]} names */
function indexFile(names) {
  const aliases = names.map(
    (name) => `export type ${name}_Api_Backend = components["schemas"]["${name}"];`,
  );
  const plain = names.map((name) => `export type ${name} = components["schemas"]["${name}"];`);
  return [
    HEADER,
    'import createClient, { type Client } from "openapi-fetch";',
    'import type { components, paths } from "./schema";\n',
    "export type TraderClient = Client<paths>;\n",
    "/** Returns a client of the API at `baseUrl`, such as `http://127.0.0.1:8000`. */",
    "export function createTraderClient(baseUrl: string, fetch?: typeof globalThis.fetch): TraderClient {",
    "  return createClient<paths>({ baseUrl, ...(fetch && { fetch: (request) => fetch(request) }) });",
    "}\n",
    "/** The server's models, under the names that the mappers use. */",
    ...plain,
    ...aliases,
    "",
  ].join("\n");
}
