/** The socket in the browser, one a URL, and the typed client of one route over it. */

import { frameChecks, wsRoutes } from "@clients/ws-types-generated";
import { browserEnvironment } from "./browserEnvironment";
import { streamUrl } from "./serverAddress";
import type { Socket, SocketHandlers, StreamEnvironment } from "./ws/environment";
import { AT_SERVER, LAST_VALUE, type HoldingRule } from "./ws/holding";
import type { Listener } from "./ws/listeners";
import { StreamClient, type FrameChecks } from "./ws/streamClient";
import { topicOf } from "./ws/topic";
import type {
  ListenOptions,
  StreamListener,
  SubscriptionHandle,
  TopicStatus,
  WsStream,
} from "./wsStream";

export { WebSocketFallback } from "./wsFallback";

/** How a connection was lost that says nothing itself (RFC 6455, 7.1.5). */
const ABNORMAL = 1006;

const DEFAULT_ENVIRONMENT: StreamEnvironment = { ...browserEnvironment, openSocket };

/** One socket a URL, shared by the clients of all routes. */
export class WebSocketBase extends StreamClient {
  private static readonly byUrl = new Map<string, WebSocketBase>();

  /** Returns the socket of `url` (by default the server of this page), connected when first needed. */
  static at(url: string = streamUrl()): WebSocketBase {
    const existing = WebSocketBase.byUrl.get(url);
    if (existing !== undefined) return existing;
    const created = new WebSocketBase(url);
    WebSocketBase.byUrl.set(url, created);
    return created;
  }

  constructor(
    readonly url: string,
    environment: StreamEnvironment = DEFAULT_ENVIRONMENT,
    checks: FrameChecks = frameChecks,
  ) {
    super(url, environment, checks);
  }

  override close(): void {
    super.close();
    if (WebSocketBase.byUrl.get(this.url) === this) WebSocketBase.byUrl.delete(this.url);
  }
}

export interface WebSocketClientOptions {
  /** The socket; by default that of this page's server. */
  base?: WebSocketBase;
  /** What a late listener gets at once; by default as the route's contract says. */
  holds?: HoldingRule;
}

/** One route: subscribes with its params, checks and maps what comes. */
export class WebSocketClient<Params extends object, Backend, Frontend> implements WsStream<
  Params,
  Frontend
> {
  private static lastId = 0;
  private readonly holds: HoldingRule;
  private chosen: WebSocketBase | undefined;

  /** @param mapper turns the server's model into the front end's; the only place that does */
  constructor(
    private readonly route: string,
    private readonly mapper: (update: Backend) => Frontend,
    options: WebSocketClientOptions = {},
  ) {
    this.chosen = options.base;
    this.holds = options.holds ?? contractRule(route);
  }

  subscribe(
    listenerId: string,
    params: Params,
    callback: (update: Frontend) => void,
  ): Promise<string> {
    const listener = this.mapped({ onUpdate: callback });
    return this.base.add(this.route, listenerId, params, listener, this.holds);
  }

  unsubscribe(listenerId: string, topic?: string): Promise<void> {
    return this.base.remove(this.route, listenerId, topic);
  }

  listen(
    params: Params,
    listener: StreamListener<Frontend>,
    { signal, listenerId = WebSocketClient.newId(), from }: ListenOptions = {},
  ): SubscriptionHandle {
    let status: TopicStatus = { state: "connecting" };
    const onStatus = (next: TopicStatus): void => {
      status = next;
      listener.onStatus?.(next);
    };
    const topic = topicOf(this.route, params);
    const mapped = { ...this.mapped(listener), onStatus };
    const ready = this.base.add(this.route, listenerId, params, mapped, this.holds, from);
    // Whoever does not wait for it learns of a refusal by the status.
    ready.catch(() => undefined);
    const close = (): Promise<void> => this.unsubscribe(listenerId, topic);
    if (signal?.aborted === true) void close();
    signal?.addEventListener("abort", () => void close(), { once: true });
    return {
      listenerId,
      ready,
      close,
      refresh: () => this.base.refresh(this.route, params),
      get status() {
        return status;
      },
    };
  }

  /** Chosen late: an adapter may be built before the server's address is known. */
  private get base(): WebSocketBase {
    return (this.chosen ??= WebSocketBase.at());
  }

  private mapped(listener: StreamListener<Frontend>): Listener {
    const mapOne = (payload: unknown): Frontend => this.mapper(payload as Backend);
    return {
      onUpdate: (payload) => listener.onUpdate(mapOne(payload)),
      onReplace: (payloads) => {
        if (listener.onReplace) listener.onReplace(payloads.map(mapOne));
        else payloads.forEach((payload) => listener.onUpdate(mapOne(payload)));
      },
      onGap: () => listener.onGap?.(),
    };
  }

  private static newId(): string {
    WebSocketClient.lastId += 1;
    return `listener-${WebSocketClient.lastId}`;
  }
}

/** As the contract has it of a route. */
interface RouteDelivery {
  delivery: string;
  key: string | null;
  merged: boolean;
}

/**
 * A keyed route is a series whose newest value counts; any other `latest` route is one value, unless
 * its updates add up to a state that the server has whole.
 */
function contractRule(route: string): HoldingRule {
  const known = (wsRoutes as Record<string, RouteDelivery | undefined>)[route];
  if (known?.merged === true) return AT_SERVER;
  if (known === undefined || known.delivery === "latest") {
    return known?.key == null ? LAST_VALUE : { key: known.key, keep: "newest" };
  }
  return { key: known.key, keep: known.key === null ? "nothing" : "all" };
}

function openSocket(url: string, handlers: SocketHandlers): Socket {
  const socket = new WebSocket(url);
  socket.onopen = () => handlers.open();
  socket.onmessage = (event) => handlers.message(event.data);
  // An error is always followed by a close: one transition, not two. It must be heard all the same,
  // or Node.js takes it for uncaught.
  socket.onerror = () => undefined;
  socket.onclose = (event) => handlers.close(event.code || ABNORMAL);
  return { send: (text) => socket.send(text), close: () => socket.close() };
}
