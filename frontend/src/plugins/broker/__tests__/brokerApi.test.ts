import { describe, expect, it } from "vitest";
import { BrokerApi } from "../brokerApi";

const COMMAND = { accountId: "demo", key: "k1" };
const ORDER = { symbol: "BTC/USD", type: 1, side: 1, qty: 2, limitPrice: 9 } as const;
const LEVERAGE = { symbol: "A", orderType: 2, side: 1 } as const;

/** An API whose server answers all with `body`, and what it was asked. */
function answering(body: unknown = { step: 7 }, headers: Record<string, string> = {}) {
  const asked: Request[] = [];
  const api = new BrokerApi((request) => {
    asked.push(request as Request);
    const all = { "content-type": "application/json", ...headers };
    return Promise.resolve(new Response(JSON.stringify(body), { headers: all }));
  });
  return { api, asked };
}

/** A request as one line: method, path below the broker's, key, body. */
async function line(request: Request | undefined): Promise<string> {
  if (request === undefined) return "nothing";
  const { pathname, search } = new URL(request.url);
  const path = `${pathname.replace("/api/v1/broker", "")}${search}`;
  const key = request.headers.get("Idempotency-Key") ?? "-";
  return [request.method, path, key, await request.text()].join(" ").trim();
}

describe("the broker's REST API", () => {
  it("[R6] gives a list with its place in the stream", async () => {
    const place = { "Stream-Epoch": "e", "Stream-Seq": "7", "Ledger-Step": "9" };
    const position = { id: "A", symbol: "A", qty: 1, side: 1, avgPrice: 2 };
    const { api } = answering([position], place);

    const listed = await api.positions("demo");

    expect(listed).toEqual({ items: [position], at: { epoch: "e", seq: 7 }, step: 9 });
  });

  it("[R6] gives a list without a place as one that nothing can go on from", async () => {
    const { at, step } = await answering([]).api.orders("demo");

    expect([at, step]).toEqual([{ epoch: "", seq: 0 }, 0]);
  });

  it("asks for lists by account, and escapes the slash of a symbol", async () => {
    const { api, asked } = answering([]);

    await api.ordersHistory("demo");
    await api.executions("demo", "BTC/USD");
    await api.accounts();

    expect(await Promise.all(asked.map(line))).toEqual([
      "GET /orders/history?accountId=demo -",
      "GET /executions/BTC%2FUSD?accountId=demo -",
      "GET /accounts -",
    ]);
  });

  it("asks for fills of all instruments, and for past equity", async () => {
    const point = { step: 3, ts: 5, equity: "100000.000000000001" };
    const { api, asked } = answering([point]);

    await api.allExecutions("demo", 50);
    const points = await api.equityHistory("demo", { from: 1, points: 2 });
    await api.risk("demo");

    expect(points).toEqual([point]);
    expect(await Promise.all(asked.map(line))).toEqual([
      "GET /executions?accountId=demo&limit=50 -",
      "GET /account/equity?accountId=demo&from=1&points=2 -",
      "GET /risk?accountId=demo -",
    ]);
  });

  it("[A1] stops, resumes, resets and opens accounts by key, each as JSON", async () => {
    const report = { state: "HALTED", canceled: ["o1"], flattened: [], notFlattened: [] };
    const { api, asked } = answering({ step: 1, ...report });
    const account = { id: "swing", name: "Swing", initialBalance: "500.50" };

    const killed = await api.killSwitch(COMMAND, true);
    await api.resume(COMMAND);
    await api.reset(COMMAND);
    await api.openAccount(account, "k2");

    expect(killed).toEqual(report);
    expect(new Set(asked.map(({ headers }) => headers.get("content-type")))).toEqual(
      new Set(["application/json"]),
    );
    expect(await Promise.all(asked.map(line))).toEqual([
      'POST /kill-switch?accountId=demo k1 {"flatten":true}',
      "POST /resume?accountId=demo k1",
      "POST /accounts/demo/reset k1",
      `POST /accounts k2 ${JSON.stringify(account)}`,
    ]);
  });

  it("asks why an execution is as it is", async () => {
    const { api, asked } = answering({ code: "EXECUTION_NOT_FOUND" });

    await api.explain("demo", "demo-x1").catch(() => undefined);

    expect(await line(asked[0])).toBe("GET /executions/demo-x1/explain?accountId=demo -");
  });

  it("places by clientOrderId, confirmed or not", async () => {
    const { api, asked } = answering();
    const order = { ...ORDER, clientOrderId: "k1" };

    await api.place("demo", order);
    await api.place("demo", order, "c1");

    const [plain, confirmed] = await Promise.all(asked.map(line));
    expect(plain).toBe(`POST /orders?accountId=demo - ${JSON.stringify(order)}`);
    expect(confirmed).toContain("POST /orders?accountId=demo&confirmId=c1 -");
  });

  it("sends the decimals that were meant, without the noise of binary arithmetic", async () => {
    const { api, asked } = answering();
    const noisy = { ...ORDER, type: 1, qty: 0.1 + 0.2, limitPrice: 57 * 0.01 } as const;

    await api.place("demo", { ...noisy, stopLoss: 3 * 0.1, clientOrderId: "k1" });
    await api.close(COMMAND, "A", 0.1 + 0.2);
    await api.close(COMMAND, "A", 3e-7);

    const [placed, ...closed] = await Promise.all(asked.map(line));
    expect(placed).toContain('"qty":0.3,"limitPrice":0.57');
    expect(placed).toContain('"stopLoss":0.3');
    expect(closed.map((each) => /amount=([^ ]*)/.exec(each)?.[1])).toEqual([
      "0.3",
      "0.000000300000000000",
    ]);
  });

  it("names every other command by its key", async () => {
    const { api, asked } = answering();
    await api.modify(COMMAND, "o1", ORDER, "c1");
    await api.cancel(COMMAND, "o1");
    await api.cancelAll(COMMAND, ["o1", "o2"]);
    await api.close(COMMAND, "BTC/USD");
    await api.close(COMMAND, "BTC/USD", 0.5);
    await api.reverse(COMMAND, "BTC/USD");
    await api.editBrackets(COMMAND, "BTC/USD", { stopLoss: 1 });
    await api.setLeverage(COMMAND, { ...LEVERAGE, leverage: 3 });

    expect(await Promise.all(asked.map(line))).toEqual([
      `PUT /orders/o1?accountId=demo&confirmId=c1 k1 ${JSON.stringify(ORDER)}`,
      "DELETE /orders/o1?accountId=demo k1",
      'POST /orders/cancel?accountId=demo k1 {"orderIds":["o1","o2"]}',
      "DELETE /positions/BTC%2FUSD?accountId=demo k1",
      "DELETE /positions/BTC%2FUSD?accountId=demo&amount=0.5 k1",
      "POST /positions/BTC%2FUSD/reverse?accountId=demo k1",
      'PUT /positions/BTC%2FUSD/brackets?accountId=demo k1 {"brackets":{"stopLoss":1}}',
      `PUT /leverage/set?accountId=demo k1 ${JSON.stringify({ ...LEVERAGE, leverage: 3 })}`,
    ]);
  });

  it("[A1] says that even an empty command is JSON", async () => {
    const { api, asked } = answering();

    await api.modify(COMMAND, "o1", ORDER);
    await api.reverse(COMMAND, "A");

    const types = asked.map(({ headers }) => headers.get("content-type"));
    expect(types).toEqual(["application/json", "application/json"]);
  });

  it("asks what leverage is and would be, and what an order would do", async () => {
    const { api, asked } = answering({ sections: [], confirmId: "c", warnings: [], errors: [] });

    await api.leverageInfo("demo", LEVERAGE);
    await api.previewLeverage("demo", { ...LEVERAGE, leverage: 2 });
    const preview = await api.preview("demo", ORDER);

    const lines = await Promise.all(asked.map(line));
    expect(lines[0]).toBe("GET /leverage/info?accountId=demo&symbol=A&orderType=2&side=1 -");
    expect(lines[1]).toContain("POST /leverage/preview?accountId=demo");
    expect([lines[2], preview.confirmId]).toEqual([
      `POST /orders/preview?accountId=demo - ${JSON.stringify(ORDER)}`,
      "c",
    ]);
  });
});
