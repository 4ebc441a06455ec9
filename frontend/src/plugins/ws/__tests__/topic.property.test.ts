import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../topic";

const RUNS = 2000;

/** Texts of every kind: controls, quotes, astral characters; `unit: "binary"` holds no surrogate. */
const text = fc.string({ unit: "binary", maxLength: 8 });
const { params } = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 4, arbitrary: fc.oneof(text, fc.maxSafeInteger(), fc.boolean()) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 1, arbitrary: tie("params") },
  ),
  params: fc.dictionary(text, tie("value"), { maxKeys: 5 }),
}));

describe("canonical text", () => {
  it("[T1] is that of an independent RFC 8785 implementation", () => {
    fc.assert(
      fc.property(params, (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: RUNS },
    );
  });

  it("[T1] reads back as what it was made of", () => {
    fc.assert(
      fc.property(params, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: RUNS },
    );
  });

  it("[T1] is deaf to null members, absent ones and the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.maxSafeInteger()), text, (members, key) => {
        const entries = Object.entries(members).filter(([name]) => name !== key);
        const reversed = Object.fromEntries([[key, null], ...entries.reverse()]);
        expect(canonical(reversed)).toBe(canonicalize(Object.fromEntries(entries)));
      }),
      { numRuns: RUNS },
    );
  });
});
