/** Writes src/clients/ws-types-generated/ from the AsyncAPI document; see codegen/run.mjs. */

import { run } from "./codegen/run.mjs";

await run(["ws-types-generated"]);
