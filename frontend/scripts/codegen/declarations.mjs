/** One TypeScript declaration for each named schema of the document. */

import { UnknownConstruct, checkName, comment, fields, typeOf } from "./schemaTypes.mjs";

/** @typedef {import("./schemaTypes.mjs").Schema} Schema */

const HEADER = "// Generated from the contract; never edited by hand.\n";

/**
 * Returns the text of types.ts: interfaces, aliases and `as const` enum objects, sorted by name.
 * @param {Record<string, Schema>} schemas
 */
export function typesFile(schemas) {
  const declarations = Object.keys(schemas)
    .sort()
    .map((name) => declaration(name, /** @type {Schema} */ (schemas[name])));
  return [HEADER, ...declarations].join("\n");
}

/**
 * Returns the text of index.ts: all types, and the wire models under the names the mappers use.
 * @param {string[]} models names of request and update models
 */
export function indexFile(models) {
  const aliases = [...new Set(models)]
    .sort()
    .flatMap((name) => [`  ${name} as ${name}_backend,`, `  ${name} as ${name}_Ws_Backend,`]);
  return [
    HEADER,
    'export * from "./types";',
    'export * from "./routes";',
    'export * from "./errors";',
    `export type {\n${aliases.join("\n")}\n} from "./types";`,
    'export { frameChecks } from "./validators";',
    "",
  ].join("\n");
}

/** @param {string} name @param {Schema} schema */
function declaration(name, schema) {
  const path = `#/components/schemas/${name}`;
  checkName(name, path);
  if (schema["x-enum-varnames"] !== undefined) return enumObject(name, schema, path);
  const doc = comment(schema.description);
  const type = typeOf(schema, path);
  if (schema.type === "object" && schema.properties !== undefined) {
    return `${doc}export interface ${name} {\n${fields(schema, path)}\n}\n`;
  }
  return `${doc}export type ${name} = ${type};\n`;
}

/** @param {string} name @param {Schema} schema @param {string} path */
function enumObject(name, schema, path) {
  const names = schema["x-enum-varnames"];
  const values = schema.enum ?? [schema.const];
  typeOf(schema, path);
  if (!Array.isArray(names) || names.length !== values.length) {
    throw new UnknownConstruct(`${path}/x-enum-varnames`, `expected ${values.length} names`);
  }
  names.forEach((member) => checkName(member, `${path}/x-enum-varnames`));
  const lines = names.map((member, index) => `  ${member}: ${JSON.stringify(values[index])},`);
  return (
    `${comment(schema.description)}export const ${name} = {\n${lines.join("\n")}\n} as const;\n` +
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];\n`
  );
}
