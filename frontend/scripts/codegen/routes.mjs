/** The routes of the document: request model, update model and delivery of each stream. */

import { UnknownConstruct, checkName, comment, refName } from "./schemaTypes.mjs";

/** @typedef {import("./schemaTypes.mjs").Schema} Schema */
/** @typedef {{ components: { schemas: Record<string, Schema>, messages: Record<string, Schema> } } & Record<string, any>} Document */
/** @typedef {{ route: string, request: string, update: string, delivery: string, key: string | null, held: number | null, merged: boolean, doc: string }} Route */

const SUBSCRIBE = ".subscribe";
const DELIVERIES = ["latest", "recent", "lossless"];

/**
 * Returns the routes, sorted by name.
 * @param {Document} document
 * @returns {Route[]}
 */
export function routesOf(document) {
  return Object.keys(document.components.messages)
    .filter((name) => name.endsWith(SUBSCRIBE))
    .map((name) => route(document, name.slice(0, -SUBSCRIBE.length)))
    .sort((a, b) => (a.route < b.route ? -1 : 1));
}

/** @param {Document} document @param {string} name @returns {Route} */
function route(document, name) {
  const subscribe = `${name}${SUBSCRIBE}`;
  const update = `${name}.update`;
  const message = document.components.messages[update];
  const path = `#/components/messages/${update}`;
  if (message === undefined) throw new UnknownConstruct(path, `expected an update of ${subscribe}`);
  const delivery = message["x-delivery"];
  if (!DELIVERIES.includes(delivery)) {
    throw new UnknownConstruct(
      `${path}/x-delivery`,
      `expected one of ${DELIVERIES.join(", ")}, got ${JSON.stringify(delivery)}`,
    );
  }
  return {
    route: name,
    request: modelAt(document, subscribe, ["payload"]),
    update: modelAt(document, update, ["payload", "payload"]),
    delivery,
    key: message["x-key"] ?? null,
    held: message["x-held"] ?? null,
    merged: message["x-merged"] ?? false,
    doc: message.summary ?? "",
  };
}

/**
 * Follows properties from a message's frame to the name of the model that stands there.
 * @param {Document} document @param {string} message @param {string[]} steps
 */
function modelAt(document, message, steps) {
  let path = `#/components/messages/${message}/payload`;
  let schema = /** @type {Schema | undefined} */ (document.components.messages[message]?.payload);
  for (const step of steps) {
    schema = resolved(document, schema, path).properties?.[step];
    path += `/properties/${step}`;
  }
  const name = refName(schema?.$ref, path);
  if (!(name in document.components.schemas)) throw new UnknownConstruct(path, `no schema ${name}`);
  return name;
}

/** @param {Document} document @param {Schema | undefined} schema @param {string} path @returns {Schema} */
export function resolved(document, schema, path) {
  if (schema === undefined) throw new UnknownConstruct(path, "expected a schema");
  if (schema.$ref === undefined) return schema;
  return resolved(document, document.components.schemas[refName(schema.$ref, path)], path);
}

/**
 * Returns the text of routes.ts.
 * @param {Route[]} routes
 */
export function routesFile(routes) {
  const models = [...new Set(routes.flatMap(({ request, update }) => [request, update]))].sort();
  models.forEach((name) => checkName(name, "#/components/schemas"));
  const entry = (/** @type {Route} */ { route, request, update, delivery, doc }) =>
    `${comment(doc)}${JSON.stringify(route)}: { request: ${request}; update: ${update}; delivery: "${delivery}" };`.replace(
      /^/gm,
      "  ",
    );
  const policy = (/** @type {Route} */ { route, delivery, key, held, merged }) =>
    `  ${JSON.stringify(route)}: { delivery: "${delivery}", key: ${JSON.stringify(key)}, held: ${held}, merged: ${merged} },`;
  return [
    "// Generated from the contract; never edited by hand.",
    `import type {\n${models.map((name) => `  ${name},`).join("\n")}\n} from "./types";\n`,
    "/** What each route takes and sends. */",
    `export interface WsRoutes {\n${routes.map(entry).join("\n")}\n}\n`,
    "/**\n * How each route delivers: `key` is the field whose newest value counts (null: one value a topic),\n * `held` how many keys of a series the server keeps, `merged` that updates add up to a state.\n */",
    `export const wsRoutes = {\n${routes.map(policy).join("\n")}\n} as const;\n`,
  ].join("\n");
}
