import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../support/journey";
import { REAL_BARS } from "../support/server";
import { drawByUdf, openUdfChart, paintedCandles } from "../support/udfChart";

interface Held {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

/** Return bars as the server itself has them, in the chart library's spelling. */
async function held(request: APIRequestContext, url: string, symbol: string, resolution: string) {
  const params = {
    symbol,
    resolution,
    from_time: 0,
    to_time: 2 ** 52,
    count_back: 1000,
  };
  const reply = await request.get(`${url}/api/v1/datafeed/bars`, { params });
  const { bars } = (await reply.json()) as { bars: Held[] };
  return bars.map(({ time: timestamp, ...prices }) => ({
    timestamp,
    ...prices,
  }));
}

test.use({ imports: [REAL_BARS] });

test("a page that knows UDF alone draws every bar of a share", async ({ ownServer, context }) => {
  const page = await context.newPage();
  await openUdfChart(page, ownServer.url);
  await page.evaluate(drawByUdf, ["ibm", "1D"] as [string, string]);

  const bars = await held(context.request, ownServer.url, "IBM", "1D");
  expect(bars.length).toBe(250);
  const drawn = () =>
    page.evaluate(() => {
      window.chart.scrollToDataIndex(0);
      return window.chart.getDataList();
    });
  await expect.poll(drawn).toEqual(bars);

  await page.evaluate(() => window.chart.scrollToRealTime());
  const wrong = async () =>
    (await page.evaluate(paintedCandles)).filter(({ expected, painted }) => expected !== painted);
  await expect.poll(wrong).toEqual([]);
  const candles = await page.evaluate(paintedCandles);
  expect(candles.length).toBeGreaterThan(20);
  expect(new Set(candles.map(({ painted }) => painted))).toEqual(new Set(["up", "down"]));
});

test("it draws live bars, and where the account traded", async ({ ownServer, context }) => {
  const page = await context.newPage();
  await openUdfChart(page, ownServer.url);
  await page.evaluate(drawByUdf, ["NASDAQ:AAPL", "1"] as [string, string]);
  const newest = () => page.evaluate(() => window.chart.getDataList().at(-1));
  await expect.poll(newest).toBeTruthy();
  const before = await newest();
  await expect.poll(newest, { timeout: 30_000 }).not.toEqual(before);

  const order = { symbol: "AAPL", type: 2, side: 1, qty: 10 };
  const placed = await context.request.post(`${ownServer.url}/api/v1/broker/orders`, {
    data: order,
  });
  expect(placed.ok()).toBe(true);
  const marks = () =>
    page.evaluate(() =>
      window.chart
        .getOverlays()
        .map(({ extendData, points }) => [extendData, points[0]?.timestamp]),
    );
  const executions = await context.request.get(`${ownServer.url}/api/v1/broker/executions/AAPL`);
  const [{ time }] = (await executions.json()) as [{ time: number }];
  await expect.poll(marks).toEqual([["B", time - (time % 60_000)]]);

  await expect(async () => {
    const bars = await held(context.request, ownServer.url, "AAPL", "1");
    expect((await page.evaluate(() => window.chart.getDataList())).slice(-50)).toEqual(
      bars.slice(-50),
    );
  }).toPass({ timeout: 20_000 });
});
