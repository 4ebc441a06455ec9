/** Any stream of the server by the name of its route, typed by that name. */

import { WsAdapter, type WsAdapterType } from "@/plugins/wsAdapter";
import type { WsStream } from "@/plugins/wsStream";

export type { StreamListener, SubscriptionHandle, TopicStatus, WsStream } from "@/plugins/wsStream";

/** The names of the routes, as the server has them. */
export type StreamRoute = keyof WsAdapterType;

/** What is asked of a route. */
export type StreamParams<Route extends StreamRoute> =
  WsAdapterType[Route] extends WsStream<infer Params, unknown> ? Params : never;

/** What a route tells. */
export type StreamUpdate<Route extends StreamRoute> =
  WsAdapterType[Route] extends WsStream<never, infer Update> ? Update : never;

let adapter: WsAdapterType | undefined;

/** All streams of the page's server; made when first asked for. */
export const serverStreams = (): WsAdapterType => (adapter ??= new WsAdapter());
