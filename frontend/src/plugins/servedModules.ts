/** Asks a part of the server only where that part is: it may run without (`TP_MODULES`). */

import { serverOrigin } from "./serverAddress";

const HEALTH = "/api/v1/health";

/** By origin: what a server is made of does not change while it runs. */
const asked = new Map<string, Promise<readonly string[] | null>>();

/**
 * Return a `fetch` for one module: where the server lacks it, the answer is `module_missing`, and
 * nothing is asked. A server that does not say is asked all the same.
 */
export function fetchOf(
  module: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): typeof globalThis.fetch {
  return async (...request) => {
    const modules = await modulesOf(serverOrigin(), fetch);
    return modules === null || modules.includes(module) ? fetch(...request) : missing(module);
  };
}

function modulesOf(
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<readonly string[] | null> {
  const known = asked.get(origin);
  if (known) return known;
  const answer = readModules(origin, fetch).catch(() => {
    // A server that is away is asked again.
    asked.delete(origin);
    return null;
  });
  asked.set(origin, answer);
  return answer;
}

async function readModules(
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<readonly string[] | null> {
  const response = await fetch(new URL(HEALTH, origin));
  const { modules } = (await response.json()) as { modules?: unknown };
  return Array.isArray(modules) ? modules.map(String) : null;
}

function missing(module: string): Response {
  const message = `this server runs without its ${module} module (TP_MODULES)`;
  return Response.json({ code: "module_missing", message }, { status: 404 });
}
