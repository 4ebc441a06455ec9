/** All files of src/clients/ws-types-generated/. Pure: the same documents give the same bytes. */

import { indexFile, typesFile } from "./declarations.mjs";
import { errorsFile } from "./errorTable.mjs";
import { routesFile, routesOf } from "./routes.mjs";
import { VALIDATORS_TYPES, validatorsFile } from "./validators.mjs";

/**
 * @param {import("./routes.mjs").Document} document
 * @param {Parameters<typeof errorsFile>[0]} errorTable
 * @returns {Promise<Record<string, string>>} file name to text
 */
export async function generateWsTypes(document, errorTable) {
  const routes = routesOf(document);
  return {
    "types.ts": typesFile(document.components.schemas),
    "routes.ts": routesFile(routes),
    "errors.ts": errorsFile(errorTable),
    "validators.js": await validatorsFile(document),
    "validators.d.ts": VALIDATORS_TYPES,
    "index.ts": indexFile(routes.flatMap(({ request, update }) => [request, update])),
  };
}
