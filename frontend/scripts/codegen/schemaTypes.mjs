/**
 * JSON Schema (draft-07, as AsyncAPI 3 uses it) to TypeScript.
 *
 * A construct that is not listed here fails the generation with its path: a type that silently
 * widens to `unknown` would hide a change of the contract.
 */

/** @typedef {Record<string, any>} Schema */

const REF_PREFIX = "#/components/schemas/";
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Keywords that say something of values or readers, nothing of the shape. */
const ANNOTATIONS = new Set(
  (
    "title description default examples format deprecated readOnly writeOnly $comment discriminator " +
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern " +
    "minItems maxItems uniqueItems minProperties maxProperties"
  ).split(" "),
);
const SHAPE = new Set(
  (
    "$ref type const enum anyOf oneOf allOf properties required additionalProperties " +
    "items additionalItems"
  ).split(" "),
);
/** @type {Record<string, string>} */
const PRIMITIVES = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

export class UnknownConstruct extends Error {
  /** @param {string} path @param {string} problem */
  constructor(path, problem) {
    super(`${path}: ${problem}`);
    this.name = "UnknownConstruct";
  }
}

/**
 * Returns the TypeScript type of a schema.
 * @param {unknown} schema
 * @param {string} path where the schema stands in its document, for error messages
 * @returns {string}
 */
export function typeOf(schema, path) {
  if (schema === true) return "unknown";
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) {
    throw new UnknownConstruct(path, `expected a schema object, got ${JSON.stringify(schema)}`);
  }
  const known = /** @type {Schema} */ (schema);
  refuseUnknownKeywords(known, path);
  if (known.$ref !== undefined) return refName(known.$ref, path);
  if ("const" in known) return literal(known.const, path);
  if (known.enum !== undefined)
    return union(known.enum.map((/** @type {unknown} */ v) => literal(v, path)));
  for (const keyword of ["anyOf", "oneOf"]) {
    if (known[keyword] !== undefined) return union(members(known[keyword], `${path}/${keyword}`));
  }
  if (known.allOf !== undefined) return members(known.allOf, `${path}/allOf`).join(" & ");
  if (Array.isArray(known.type)) {
    return union(
      known.type.map((/** @type {string} */ type) => plainType({ ...known, type }, path)),
    );
  }
  return plainType(known, path);
}

/** @param {Schema} schema @param {string} path @returns {string} */
function plainType(schema, path) {
  if (schema.type === "array") return arrayType(schema, path);
  if (schema.type === "object") return objectType(schema, path);
  const primitive = PRIMITIVES[String(schema.type)];
  if (primitive !== undefined) return primitive;
  if (schema.type === undefined)
    throw new UnknownConstruct(path, "expected a type, a $ref or a union");
  throw new UnknownConstruct(path, `unknown type ${JSON.stringify(schema.type)}`);
}

/** @param {Schema} schema @param {string} path */
function arrayType(schema, path) {
  if (Array.isArray(schema.items)) {
    if (schema.additionalItems !== false) {
      throw new UnknownConstruct(path, "expected additionalItems: false beside a list of items");
    }
    return `[${members(schema.items, `${path}/items`).join(", ")}]`;
  }
  if (schema.items === undefined) throw new UnknownConstruct(path, "expected items of an array");
  const item = typeOf(schema.items, `${path}/items`);
  return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`;
}

/** @param {Schema} schema @param {string} path */
function objectType(schema, path) {
  const extra = schema.additionalProperties;
  if (schema.properties === undefined) {
    if (extra === false) return "Record<string, never>";
    const value =
      extra === undefined || extra === true
        ? "unknown"
        : typeOf(extra, `${path}/additionalProperties`);
    return `Record<string, ${value}>`;
  }
  if (extra !== undefined && typeof extra !== "boolean") {
    throw new UnknownConstruct(path, "properties together with additionalProperties of a type");
  }
  return `{\n${fields(schema, path)}\n}`;
}

/** @param {Schema} schema @param {string} path @returns {string} the lines between the braces */
export function fields(schema, path) {
  const required = new Set(schema.required ?? []);
  return Object.entries(/** @type {Schema} */ (schema.properties))
    .map(([name, field]) => {
      const key = IDENTIFIER.test(name) ? name : JSON.stringify(name);
      const type = typeOf(field, `${path}/properties/${name}`);
      return `${comment(field.description)}${key}${required.has(name) ? "" : "?"}: ${type};`;
    })
    .join("\n")
    .replace(/^/gm, "  ");
}

/** @param {unknown} text @returns {string} a doc comment with its line break, or nothing */
export function comment(text) {
  if (typeof text !== "string" || text === "") return "";
  const lines = text
    .replaceAll("*/", "* /")
    .split("\n")
    .map((line) => line.trim());
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** @param {unknown} ref @param {string} path @returns {string} the name that a reference points to */
export function refName(ref, path) {
  const name =
    typeof ref === "string" && ref.startsWith(REF_PREFIX) ? ref.slice(REF_PREFIX.length) : "";
  if (!IDENTIFIER.test(name)) {
    throw new UnknownConstruct(
      path,
      `expected a $ref to ${REF_PREFIX}<Name>, got ${JSON.stringify(ref)}`,
    );
  }
  return name;
}

/** @param {string} name @param {string} path */
export function checkName(name, path) {
  if (!IDENTIFIER.test(name)) {
    throw new UnknownConstruct(
      path,
      `${JSON.stringify(name)} is no type name (a model used both ways splits into -Input and -Output: keep two models)`,
    );
  }
}

/** @param {Schema} schema @param {string} path */
function refuseUnknownKeywords(schema, path) {
  for (const keyword of Object.keys(schema)) {
    if (SHAPE.has(keyword) || ANNOTATIONS.has(keyword) || keyword.startsWith("x-")) continue;
    throw new UnknownConstruct(`${path}/${keyword}`, "unknown schema keyword");
  }
}

/** @param {unknown} list @param {string} path @returns {string[]} */
function members(list, path) {
  if (!Array.isArray(list) || list.length === 0) {
    throw new UnknownConstruct(path, "expected a list of schemas");
  }
  return list.map((member, index) => typeOf(member, `${path}/${index}`));
}

/** @param {unknown} value @param {string} path */
function literal(value, path) {
  if (value === null || ["string", "number", "boolean"].includes(typeof value))
    return JSON.stringify(value);
  throw new UnknownConstruct(path, `expected a plain constant, got ${JSON.stringify(value)}`);
}

/** @param {string[]} types */
function union(types) {
  return [...new Set(types)].join(" | ");
}
