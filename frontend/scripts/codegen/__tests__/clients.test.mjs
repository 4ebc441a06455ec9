import { describe, expect, it } from "vitest";
import { committed, contractDocument, writeFolder } from "../contract.mjs";
import { generateRestClient } from "../restClient.mjs";
import { generateWsTypes } from "../wsTypes.mjs";

describe("the committed clients", () => {
  it("are what the committed contract gives", async () => {
    const [asyncapi, openapi, errors] = await Promise.all(
      ["asyncapi.json", "openapi.json", "errors.json"].map(committed),
    );

    const ws = await writeFolder("ws-types-generated", await generateWsTypes(asyncapi, errors), {
      check: true,
    });
    const rest = await writeFolder("trader-client-generated", await generateRestClient(openapi), {
      check: true,
    });

    expect([ws, rest]).toEqual([[], []]);
  });

  it("come from the committed contract when no server answers", async () => {
    const document = await contractDocument("asyncapi.json", "/x", "http://127.0.0.1:1");

    expect(document).toEqual(await committed("asyncapi.json"));
  });
});

describe("the REST client", () => {
  it("exports models under the names of the mappers", async () => {
    const schema = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
    const document = {
      openapi: "3.1.0",
      info: {},
      paths: {},
      components: { schemas: { Bar: schema } },
    };

    const { "index.ts": index } = await generateRestClient(document);

    expect(index).toContain('export type Bar_Api_Backend = components["schemas"]["Bar"];');
  });

  it("refuses a model that is used both ways, and a document without models", async () => {
    const split = { components: { schemas: { "Bar-Input": {} } } };

    await expect(generateRestClient(split)).rejects.toThrow("Bar-Input");
    await expect(generateRestClient({})).rejects.toThrow("expected schemas");
  });
});
