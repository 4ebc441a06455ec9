/** Points the services at the backend under test; each file ends with no frame rejected (rule R7). */

import { afterAll, expect, inject } from "vitest";
import { WebSocket as NodeWebSocket } from "ws";
import { setServerOrigin } from "@/plugins/serverAddress";
import { WebSocketBase } from "@/plugins/wsClientBase";

// Node.js before 22 has no WebSocket of its own.
if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket: NodeWebSocket });
setServerOrigin(inject("backendUrl"));

afterAll(() => {
  const base = WebSocketBase.at();
  const { rejected } = base.status;
  base.close();
  expect(rejected, "frames that failed their check").toBe(0);
});
