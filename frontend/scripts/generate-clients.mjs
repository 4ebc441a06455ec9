/** Writes both generated clients; see codegen/run.mjs. */

import { run } from "./codegen/run.mjs";

await run(["ws-types-generated", "trader-client-generated"]);
