import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { generateWsTypes } from "../wsTypes.mjs";
import { NASTY, nasty } from "./nastyDocument.mjs";

const ERRORS = {
  errors: [{ code: "no", temporary: true, http_status: 503, meaning: 'said "no"' }],
  close_codes: [{ code: 4500, terminal: true, reason: "revoked" }],
};

/** @param {string} text */
async function imported(text) {
  const file = join(await mkdtemp(join(tmpdir(), "checks-")), "validators.mjs");
  await writeFile(file, text);
  return /** @type {{ frameChecks: Record<string, (frame: unknown) => boolean> }} */ (
    await import(pathToFileURL(file).href)
  ).frameChecks;
}

describe("the types of a nasty document", () => {
  it("are the same bytes each time", async () => {
    const [first, second] = [
      await generateWsTypes(nasty(), ERRORS),
      await generateWsTypes(nasty(), ERRORS),
    ];

    expect(first).toEqual(second);
  });

  it.each([
    ["numeric enums by name", "Side", "export const Side = {\n  Buy: 1,\n  Sell: -1,\n} as const;"],
    ["string enums", "Kind", 'export type Kind = "a" | "b-c";'],
    ["tuples", "Pair", "export type Pair = [number, string | null];"],
    ["unions", "Shape", "export type Shape = Circle | Square;"],
    ["recursion", "Tree", "children: Tree[];"],
    ["dictionaries", "Prices", "export type Prices = Record<string, number | null>;"],
    ["lists of unions", "Mixed", "export type Mixed = (string | number)[];"],
    ["closed empty objects", "Nothing", "export type Nothing = Record<string, never>;"],
    ["anything", "Anything", "export type Anything = unknown;"],
    ["optional fields", "Circle", "radius?: number;"],
    ["names that need quotes", "Circle", '"line-width": number;'],
    ["references with siblings", "Circle", "/** Its side. */\n  side: Side;"],
    ["type lists", "Either", "export type Either = string | number;"],
    ["intersections", "Both", "export type Both = Circle & Square;"],
  ])("hold %s", async (_what, _name, text) => {
    expect((await generateWsTypes(nasty(), ERRORS))["types.ts"]).toContain(text);
  });

  it("cannot break out of a comment", async () => {
    const { "types.ts": types } = await generateWsTypes(nasty(), ERRORS);

    expect(types).toContain("/** Ends * / here. */");
  });

  it("map each route to its models, delivery and key", async () => {
    const { "routes.ts": routes } = await generateWsTypes(nasty(), ERRORS);

    expect(routes).toContain(
      '"shapes": { request: ShapeRequest; update: Shape; delivery: "latest" };',
    );
    expect(routes).toContain(
      '"shapes": { delivery: "latest", key: "radius", held: 16, merged: false },',
    );
  });

  it("export models under the names of the mappers", async () => {
    const { "index.ts": index } = await generateWsTypes(nasty(), ERRORS);

    expect(index).toContain("Shape as Shape_backend,");
    expect(index).toContain("Shape as Shape_Ws_Backend,");
  });

  it("tell the error codes", async () => {
    const { "errors.ts": errors } = await generateWsTypes(nasty(), ERRORS);

    expect(errors).toContain('no: { temporary: true, httpStatus: 503, meaning: "said \\"no\\"" },');
    expect(errors).toContain('4500: { terminal: true, reason: "revoked" },');
  });
});

describe("an unknown construct fails the generation with its path", () => {
  it.each([
    ["a keyword", { if: {} }, "#/components/schemas/Odd/if: unknown schema keyword"],
    [
      "a pattern",
      { type: "object", patternProperties: {} },
      "#/components/schemas/Odd/patternProperties",
    ],
    ["a type", { type: "file" }, '#/components/schemas/Odd: unknown type "file"'],
    ["no type", { description: "?" }, "#/components/schemas/Odd: expected a type"],
    ["a foreign reference", { $ref: "other.json#/X" }, "#/components/schemas/Odd: expected a $ref"],
    ["an open tuple", { type: "array", items: [{ type: "null" }] }, "#/components/schemas/Odd"],
    ["a list of anything", { type: "array" }, "#/components/schemas/Odd: expected items"],
    ["a deep one", { type: "object", properties: { a: { not: {} } } }, "Odd/properties/a/not"],
    ["an empty union", { anyOf: [] }, "#/components/schemas/Odd/anyOf"],
    ["too few enum names", { enum: [1, 2], "x-enum-varnames": ["One"] }, "Odd/x-enum-varnames"],
    ["an object constant", { const: {} }, "#/components/schemas/Odd: expected a plain constant"],
  ])("%s", async (_what, schema, path) => {
    await expect(generateWsTypes(nasty({ Odd: schema }), ERRORS)).rejects.toThrow(path);
  });

  it("a model that is used both ways", async () => {
    const document = nasty({ "Order-Input": { type: "string" } });

    await expect(generateWsTypes(document, ERRORS)).rejects.toThrow("keep two models");
  });

  it("a route without an update, or with a delivery of its own", async () => {
    const silent = nasty();
    delete silent.components.messages["shapes.update"];
    const odd = nasty();
    Object.assign(odd.components.messages["shapes.update"] ?? {}, { "x-delivery": "twice" });

    await expect(generateWsTypes(silent, ERRORS)).rejects.toThrow("shapes.update");
    await expect(generateWsTypes(odd, ERRORS)).rejects.toThrow("shapes.update/x-delivery");
  });
});

describe("the checks of frames", () => {
  const circle = { kind: "circle", side: -1, "line-width": 1 };
  const frame = (/** @type {unknown} */ payload) => ({
    type: "shapes.update",
    payload: { topic: "t", payload, seq: 1, ts: 2 },
  });

  it("[R7] take what fits and refuse what does not", async () => {
    const checks = await imported(
      String((await generateWsTypes(nasty(), ERRORS))["validators.js"]),
    );
    const check = (/** @type {unknown} */ payload) => checks["shapes.update"]?.(frame(payload));

    expect([check(circle), check({ kind: "square", size: [1, null] })]).toEqual([true, true]);
    expect([check({ ...circle, side: 2 }), check({ kind: "square", size: [1] })]).toEqual([
      false,
      false,
    ]);
    expect([check({ ...circle, radius: "wide" }), check(null)]).toEqual([false, false]);
  });

  it("[F4] let a newer server add fields", async () => {
    const checks = await imported(
      String((await generateWsTypes(nasty(), ERRORS))["validators.js"]),
    );

    expect(checks["shapes.update"]?.({ ...frame({ ...circle, new: 1 }), hop: 1 })).toBe(true);
  });

  it("are of what servers send only, and need nothing else", async () => {
    const { "validators.js": code } = await generateWsTypes(nasty(), ERRORS);

    expect(Object.keys(await imported(String(code)))).toEqual([
      "shapes.subscribe.response",
      "shapes.update",
    ]);
    const run = String(code).replaceAll(/"(\\.|[^"\\])*"/g, '""');
    expect(run).not.toMatch(/\brequire\(|\bnew Function\b|\beval\(/);
  });

  it("leave the document alone", async () => {
    const document = nasty();

    await generateWsTypes(document, ERRORS);

    expect(document).toEqual(NASTY);
  });
});
