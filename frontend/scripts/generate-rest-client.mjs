/** Writes src/clients/trader-client-generated/ from the OpenAPI document; see codegen/run.mjs. */

import { run } from "./codegen/run.mjs";

await run(["trader-client-generated"]);
