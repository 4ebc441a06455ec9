/** Starts one product for all journeys, unless one is named. */
import { Server } from "./server";

export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["TP_BASE_URL"] ?? process.env["BASE_URL"]) return undefined;
  const server = new Server();
  await server.start();
  process.env["TP_BASE_URL"] = server.url;
  return () => server.stop();
}
