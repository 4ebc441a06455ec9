/** A document of the real one's structure that holds what generators are known to get wrong. */

const SCHEMAS = {
  Anything: true,
  Both: {
    allOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
  },
  Circle: {
    description: "Ends */ here.",
    type: "object",
    properties: {
      kind: { const: "circle", default: "circle" },
      radius: { type: "number", exclusiveMinimum: 0 },
      side: { $ref: "#/components/schemas/Side", description: "Its side." },
      "line-width": { type: "integer", format: "int64" },
    },
    required: ["kind", "side", "line-width"],
    additionalProperties: false,
  },
  Either: { type: ["string", "integer"] },
  Kind: { enum: ["a", "b-c"], type: "string" },
  Mixed: { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } },
  Nothing: { type: "object", additionalProperties: false },
  Pair: {
    type: "array",
    items: [{ type: "number" }, { anyOf: [{ type: "string" }, { type: "null" }] }],
    additionalItems: false,
    minItems: 2,
  },
  Prices: {
    type: "object",
    additionalProperties: { anyOf: [{ type: "number" }, { type: "null" }] },
  },
  Shape: {
    oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
    discriminator: "kind",
  },
  ShapeRequest: {
    type: "object",
    properties: { name: { type: "string", minLength: 1 } },
    required: ["name"],
  },
  Side: { type: "integer", enum: [1, -1], "x-enum-varnames": ["Buy", "Sell"] },
  Square: {
    type: "object",
    properties: { kind: { const: "square" }, size: { $ref: "#/components/schemas/Pair" } },
    required: ["kind", "size"],
  },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    required: ["children"],
  },
};

const UPDATE = {
  type: "object",
  properties: {
    topic: { type: "string" },
    payload: { $ref: "#/components/schemas/Shape" },
    seq: { type: "integer" },
    ts: { type: "integer" },
  },
  required: ["topic", "payload", "seq", "ts"],
};

/** @param {string} type @param {object} payload */
function frame(type, payload) {
  const properties = { type: { type: "string", const: type }, payload };
  return { type: "object", properties, required: ["type", "payload"] };
}

export const NASTY = {
  asyncapi: "3.1.0",
  components: {
    messages: /** @type {Record<string, Record<string, any>>} */ ({
      "shapes.subscribe": {
        payload: frame("shapes.subscribe", { $ref: "#/components/schemas/ShapeRequest" }),
      },
      "shapes.subscribe.response": {
        payload: frame("shapes.subscribe.response", { $ref: "#/components/schemas/ShapeRequest" }),
      },
      "shapes.update": {
        payload: frame("shapes.update", UPDATE),
        "x-delivery": "latest",
        "x-key": "radius",
        "x-held": 16,
      },
    }),
    schemas: /** @type {Record<string, any>} */ (SCHEMAS),
  },
};

/** @param {Record<string, unknown>} [more] further schemas */
export function nasty(more = {}) {
  const copy = structuredClone(NASTY);
  Object.assign(copy.components.schemas, more);
  return copy;
}
