/**
 * Writes src/clients/ws-types-generated/ from the AsyncAPI document.
 *
 *   node scripts/generate-ws-types.mjs [server address]     or URL=<server address>
 */

import { committed, contractDocument, writeFolder } from "./codegen/contract.mjs";
import { generateWsTypes } from "./codegen/wsTypes.mjs";

const server = process.argv[2] ?? process.env["URL"];
const document = await contractDocument("asyncapi.json", "/api/v1/ws/asyncapi.json", server);
const files = await generateWsTypes(document, await committed("errors.json"));
const changed = await writeFolder("ws-types-generated", files);
process.stdout.write(
  `ws-types-generated: ${changed.length > 0 ? changed.join(", ") : "current"}\n`,
);
