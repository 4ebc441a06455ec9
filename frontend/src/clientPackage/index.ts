/** What another application gets of us: the streams, REST, and the services over both. */

export { setServerOrigin } from "@/plugins/serverAddress";
export { ApiAdapter, ApiError } from "@/plugins/apiAdapter";
export { BrokerApi } from "@/plugins/broker/brokerApi";
export { WsAdapter, WsFallback, type Mockers, type WsAdapterType } from "@/plugins/wsAdapter";
export { WebSocketBase, WebSocketClient, WebSocketFallback } from "@/plugins/wsClientBase";
export {
  SubscriptionError,
  type ListenOptions,
  type StreamListener,
  type SubscriptionHandle,
  type TopicStatus,
  type WsStream,
} from "@/plugins/wsStream";
export { BrokerTerminalService } from "@/services/brokerTerminalService";
export { DatafeedService } from "@/services/datafeedService";
export { TapeService } from "@/services/tapeService";
export { TradingViewDatafeed } from "@/services/tradingViewDatafeed";
export { WorkspaceService } from "@/services/workspaceService";
export { closeConnection, retryConnection, watchConnection } from "@/services/streamConnection";
