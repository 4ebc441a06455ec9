/** The broker's REST API in the front end's types. */

import { createTraderClient, type TraderClient } from "@clients/trader-client-generated";
import type {
  AccountMetainfo,
  Brackets,
  LeverageInfo,
  LeverageInfoParams,
  LeveragePreviewResult,
  LeverageSetParams,
  LeverageSetResult,
  OrderPreviewResult,
  Position,
  PreOrder,
} from "@public/trading_terminal/charting_library";
import type {
  AccountExecution,
  AccountOrder,
  AccountRequest,
  EquityPoint,
  EquitySpan,
  FillExplanation,
  KillReport,
  Listed,
  OrderRequest,
  RiskReport,
} from "../accountTypes";
import { dataOf, succeeded, type ClientAnswer } from "../apiAnswer";
import {
  mapAccountRequest,
  mapAmount,
  mapBrackets,
  mapEquityPoint,
  mapExecution,
  mapFillExplanation,
  mapKillReport,
  mapLeverageParams,
  mapOrder,
  mapPosition,
  mapPreOrder,
  mapPreview,
  mapRiskReport,
} from "../mappers";
import { serverOrigin } from "../serverAddress";
import type { BrokerApiType, CommandKey, Committed, OrderPlaced } from "./brokerApiType";

const BROKER = "/api/v1/broker";
/** The server takes no other kind of POST (rule A1), also where there is nothing to say. */
const SAYS_JSON = { "Content-Type": "application/json" };

export class BrokerApi implements BrokerApiType {
  private chosen: TraderClient | undefined;

  /** @param fetch by default the global one */
  constructor(private readonly fetch?: typeof globalThis.fetch) {}

  accounts(): Promise<AccountMetainfo[]> {
    return dataOf(this.client.GET(`${BROKER}/accounts`));
  }

  orders(accountId: string): Promise<Listed<AccountOrder>> {
    const params = { query: { accountId } };
    return listed(this.client.GET(`${BROKER}/orders`, { params }), mapOrder);
  }

  ordersHistory(accountId: string): Promise<Listed<AccountOrder>> {
    const params = { query: { accountId } };
    return listed(this.client.GET(`${BROKER}/orders/history`, { params }), mapOrder);
  }

  positions(accountId: string): Promise<Listed<Position>> {
    const params = { query: { accountId } };
    return listed(this.client.GET(`${BROKER}/positions`, { params }), mapPosition);
  }

  executions(accountId: string, symbol: string): Promise<Listed<AccountExecution>> {
    const params = { query: { accountId }, path: { symbol } };
    return listed(this.client.GET(`${BROKER}/executions/{symbol}`, { params }), mapExecution);
  }

  async explain(accountId: string, executionId: string): Promise<FillExplanation> {
    const params = { query: { accountId }, path: { execution_id: executionId } };
    const asked = this.client.GET(`${BROKER}/executions/{execution_id}/explain`, { params });
    return mapFillExplanation(await dataOf(asked));
  }

  allExecutions(accountId: string, limit: number): Promise<Listed<AccountExecution>> {
    const params = { query: { accountId, limit } };
    return listed(this.client.GET(`${BROKER}/executions`, { params }), mapExecution);
  }

  async equityHistory(accountId: string, span: EquitySpan): Promise<EquityPoint[]> {
    const params = { query: { accountId, ...span } };
    const points = await dataOf(this.client.GET(`${BROKER}/account/equity`, { params }));
    return points.map(mapEquityPoint);
  }

  async risk(accountId: string): Promise<RiskReport> {
    const params = { query: { accountId } };
    return mapRiskReport(await dataOf(this.client.GET(`${BROKER}/risk`, { params })));
  }

  async killSwitch(command: CommandKey, flatten: boolean): Promise<KillReport> {
    const request = { params: keyed(command), body: { flatten } };
    return mapKillReport(await dataOf(this.client.POST(`${BROKER}/kill-switch`, request)));
  }

  resume(command: CommandKey): Promise<Committed> {
    const request = { params: keyed(command), headers: SAYS_JSON };
    return dataOf(this.client.POST(`${BROKER}/resume`, request));
  }

  reset({ accountId, key }: CommandKey): Promise<Committed> {
    const params = { path: { account_id: accountId }, header: { "Idempotency-Key": key } };
    const request = { params, headers: SAYS_JSON };
    return dataOf(this.client.POST(`${BROKER}/accounts/{account_id}/reset`, request));
  }

  async openAccount(account: AccountRequest, key: string): Promise<void> {
    const request = {
      params: { header: { "Idempotency-Key": key } },
      body: mapAccountRequest(account),
    };
    await dataOf(this.client.POST(`${BROKER}/accounts`, request));
  }

  async preview(accountId: string, order: PreOrder): Promise<OrderPreviewResult> {
    const request = { params: { query: { accountId } }, body: mapPreOrder(order) };
    return mapPreview(await dataOf(this.client.POST(`${BROKER}/orders/preview`, request)));
  }

  place(accountId: string, order: OrderRequest, confirmId?: string): Promise<OrderPlaced> {
    const query = { accountId, ...(confirmId !== undefined && { confirmId }) };
    const request = { params: { query }, body: mapPreOrder(order) };
    return dataOf(this.client.POST(`${BROKER}/orders`, request));
  }

  modify(
    command: CommandKey,
    orderId: string,
    order: PreOrder,
    confirmId?: string,
  ): Promise<Committed> {
    const { query, header } = keyed(command);
    const asked = { ...query, ...(confirmId !== undefined && { confirmId }) };
    const params = { query: asked, header, path: { order_id: orderId } };
    const request = { params, body: mapPreOrder(order) };
    return dataOf(this.client.PUT(`${BROKER}/orders/{order_id}`, request));
  }

  cancel(command: CommandKey, orderId: string): Promise<Committed> {
    const params = { ...keyed(command), path: { order_id: orderId } };
    return dataOf(this.client.DELETE(`${BROKER}/orders/{order_id}`, { params }));
  }

  cancelAll(command: CommandKey, orderIds: string[]): Promise<Committed> {
    const request = { params: keyed(command), body: { orderIds } };
    return dataOf(this.client.POST(`${BROKER}/orders/cancel`, request));
  }

  close(command: CommandKey, positionId: string, amount?: number): Promise<Committed> {
    const { query, header } = keyed(command);
    const asked = { ...query, ...(amount !== undefined && { amount: mapAmount(amount) }) };
    const params = { query: asked, header, path: { position_id: positionId } };
    return dataOf(this.client.DELETE(`${BROKER}/positions/{position_id}`, { params }));
  }

  reverse(command: CommandKey, positionId: string): Promise<Committed> {
    const params = { ...keyed(command), path: { position_id: positionId } };
    const request = { params, headers: SAYS_JSON };
    return dataOf(this.client.POST(`${BROKER}/positions/{position_id}/reverse`, request));
  }

  editBrackets(command: CommandKey, positionId: string, brackets: Brackets): Promise<Committed> {
    const params = { ...keyed(command), path: { position_id: positionId } };
    const request = { params, body: { brackets: mapBrackets(brackets) } };
    return dataOf(this.client.PUT(`${BROKER}/positions/{position_id}/brackets`, request));
  }

  leverageInfo(accountId: string, params: LeverageInfoParams): Promise<LeverageInfo> {
    const { symbol, orderType, side } = params;
    const query = { accountId, symbol, orderType, side };
    return dataOf(this.client.GET(`${BROKER}/leverage/info`, { params: { query } }));
  }

  previewLeverage(accountId: string, params: LeverageSetParams): Promise<LeveragePreviewResult> {
    const request = { params: { query: { accountId } }, body: mapLeverageParams(params) };
    return dataOf(this.client.POST(`${BROKER}/leverage/preview`, request));
  }

  setLeverage(command: CommandKey, params: LeverageSetParams): Promise<LeverageSetResult> {
    const request = { params: keyed(command), body: mapLeverageParams(params) };
    return dataOf(this.client.PUT(`${BROKER}/leverage/set`, request));
  }

  private get client(): TraderClient {
    return (this.chosen ??= createTraderClient(serverOrigin(), this.fetch));
  }
}

function keyed({ accountId, key }: CommandKey) {
  return { query: { accountId }, header: { "Idempotency-Key": key } };
}

/** A list and its place in the stream, which its headers say (rule R6). */
async function listed<Backend, Frontend>(
  answer: Promise<ClientAnswer<Backend[]>>,
  mapper: (item: Backend) => Frontend,
): Promise<Listed<Frontend>> {
  const { value, headers } = await succeeded(answer);
  const at = { epoch: headers.get("Stream-Epoch") ?? "", seq: numberIn(headers, "Stream-Seq") };
  return { items: value.map(mapper), at, step: numberIn(headers, "Ledger-Step") };
}

function numberIn(headers: Headers, name: string): number {
  return Number(headers.get(name) ?? 0);
}
