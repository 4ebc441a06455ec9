// Generated from the contract; never edited by hand.

export * from "./types";
export * from "./routes";
export * from "./errors";
export type {
  AccountSubscriptionRequest as AccountSubscriptionRequest_backend,
  AccountSubscriptionRequest as AccountSubscriptionRequest_Ws_Backend,
  AccountUpdate as AccountUpdate_backend,
  AccountUpdate as AccountUpdate_Ws_Backend,
  ActivitySubscriptionRequest as ActivitySubscriptionRequest_backend,
  ActivitySubscriptionRequest as ActivitySubscriptionRequest_Ws_Backend,
  Bar as Bar_backend,
  Bar as Bar_Ws_Backend,
  BarsSubscriptionRequest as BarsSubscriptionRequest_backend,
  BarsSubscriptionRequest as BarsSubscriptionRequest_Ws_Backend,
  BrokerConnectionStatus as BrokerConnectionStatus_backend,
  BrokerConnectionStatus as BrokerConnectionStatus_Ws_Backend,
  BrokerConnectionSubscriptionRequest as BrokerConnectionSubscriptionRequest_backend,
  BrokerConnectionSubscriptionRequest as BrokerConnectionSubscriptionRequest_Ws_Backend,
  EquityData as EquityData_backend,
  EquityData as EquityData_Ws_Backend,
  EquitySubscriptionRequest as EquitySubscriptionRequest_backend,
  EquitySubscriptionRequest as EquitySubscriptionRequest_Ws_Backend,
  Execution as Execution_backend,
  Execution as Execution_Ws_Backend,
  ExecutionSubscriptionRequest as ExecutionSubscriptionRequest_backend,
  ExecutionSubscriptionRequest as ExecutionSubscriptionRequest_Ws_Backend,
  OrderSubscriptionRequest as OrderSubscriptionRequest_backend,
  OrderSubscriptionRequest as OrderSubscriptionRequest_Ws_Backend,
  PlacedOrder as PlacedOrder_backend,
  PlacedOrder as PlacedOrder_Ws_Backend,
  Position as Position_backend,
  Position as Position_Ws_Backend,
  PositionSubscriptionRequest as PositionSubscriptionRequest_backend,
  PositionSubscriptionRequest as PositionSubscriptionRequest_Ws_Backend,
  QuoteData as QuoteData_backend,
  QuoteData as QuoteData_Ws_Backend,
  QuoteDataSubscriptionRequest as QuoteDataSubscriptionRequest_backend,
  QuoteDataSubscriptionRequest as QuoteDataSubscriptionRequest_Ws_Backend,
  ServerActivity as ServerActivity_backend,
  ServerActivity as ServerActivity_Ws_Backend,
} from "./types";
export { frameChecks } from "./validators";
