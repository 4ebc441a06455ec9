/** Standalone checks of the frames that a client receives, bundled to one ES module. */

import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "vite";
import { resolved } from "./routes.mjs";

/** @typedef {import("./schemaTypes.mjs").Schema} Schema */
/** @typedef {import("./routes.mjs").Document} Document */

const ENTRY = "\0frame-checks";
const OPTIONS = {
  strict: false,
  inlineRefs: false,
  discriminator: false,
  messages: false,
  formats: { int64: true },
  code: { source: true, esm: true },
};
/** Keywords without a say in what is valid, dropped to keep the checks small. */
const ANNOTATIONS = new Set(["title", "description", "default", "examples", "discriminator"]);
/** What only clients send needs no check here. */
const SENT_BY_CLIENT = /(\.subscribe|\.unsubscribe|^ping)$/;

/**
 * Returns the text of validators.js: `frameChecks[type](frame)`.
 * @param {Document} document
 */
export async function validatorsFile(document) {
  const ajv = new /** @type {any} */ (Ajv).default(OPTIONS);
  // Each schema is a root of its own: ajv then compiles it once, however many frames refer to it.
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema({ ...rooted(bare(schema)), $id: name });
  }
  const names = Object.keys(document.components.messages).filter(
    (name) => !SENT_BY_CLIENT.test(name),
  );
  const checks = new Map();
  const entries = names.sort().map((name) => {
    const text = frameSchema(document, name);
    if (!checks.has(text)) checks.set(text, `check${checks.size}`);
    return `  ${JSON.stringify(name)}: ${checks.get(text)},`;
  });
  for (const [text, id] of checks) ajv.addSchema({ ...JSON.parse(text), $id: id });
  const ids = Object.fromEntries([...checks.values()].map((id) => [id, id]));
  const code = /** @type {any} */ (standaloneCode).default(ajv, ids);
  return bundled(
    `${withoutReports(code)}\nexport const frameChecks = {\n${entries.join("\n")}\n};\n`,
  );
}

/**
 * Returns the schema of a message's frame as text. Its `type` found the check already; without it
 * the frames that all routes share have one schema, and one check.
 * @param {Document} document @param {string} name
 */
function frameSchema(document, name) {
  const path = `#/components/messages/${name}/payload`;
  const schema = bare(resolved(document, document.components.messages[name]?.payload, path));
  const properties = { ...schema.properties };
  delete properties.type;
  return JSON.stringify(rooted({ ...schema, properties }));
}

/**
 * Drops the descriptions of errors, two thirds of the code: only yes or no is asked.
 * @param {string} code
 */
function withoutReports(code) {
  const short = code.replace(/\{instancePath[^{}]*params:\{[^{}]*\}\}/g, "0");
  if (short.includes("schemaPath")) throw new Error("ajv writes its errors in another way now");
  return short;
}

/** @param {Schema} schema @returns {Schema} */
function rooted(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"'));
}

/** The declaration beside it. */
export const VALIDATORS_TYPES = `// Generated from the contract; never edited by hand.

/** The check of each frame type that a server sends; a type that is not listed is unknown. */
export declare const frameChecks: Readonly<Record<string, ((frame: unknown) => boolean) | undefined>>;
`;

/**
 * Returns the schema without annotations and without `additionalProperties: false`: a newer server
 * may send more fields, and a reader does not refuse what it does not know (rule F4).
 * @param {any} schema
 * @param {boolean} [named] whether the keys are names of fields or schemas, not keywords
 * @returns {any}
 */
function bare(schema, named = false) {
  if (Array.isArray(schema)) return schema.map((member) => bare(member));
  if (schema === null || typeof schema !== "object") return schema;
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      named || !(dropped(key) || (key === "additionalProperties" && value === false)),
  );
  const copy = Object.fromEntries(
    kept.map(([key, value]) => [key, bare(value, !named && key === "properties")]),
  );
  return named ? copy : joined(copy);
}

/** `number or null` as one check instead of two with an error each. @param {Schema} schema */
function joined(schema) {
  const { anyOf, ...rest } = schema;
  const plain = (/** @type {Schema} */ member) =>
    Object.keys(member).join() === "type" && typeof member["type"] === "string";
  if (!Array.isArray(anyOf) || !anyOf.every(plain) || "type" in rest) return schema;
  return { ...rest, type: anyOf.map(({ type }) => type) };
}

/** @param {string} keyword */
function dropped(keyword) {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}

/**
 * Ajv's module still requires small helpers of its own: bundle them in.
 * @param {string} code
 */
async function bundled(code) {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "frame-checks",
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: ENTRY, formats: ["es"] },
      rolldownOptions: { input: ENTRY, treeshake: true },
    },
  });
  const outputs = /** @type {any} */ (Array.isArray(result) ? result[0] : result).output;
  return `// Generated from the contract; never edited by hand.\n${stripPaths(outputs[0].code)}`;
}

/** The bundler's comments name paths, which differ from machine to machine. @param {string} code */
function stripPaths(code) {
  return code.replace(/^\s*\/\/.*\n/gm, "");
}
