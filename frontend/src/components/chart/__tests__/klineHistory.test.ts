import type { DataLoaderGetBarsParams, KLineData } from "klinecharts";
import { describe, expect, it } from "vitest";
import type { Bar } from "@public/trading_terminal/charting_library";
import { BarCoalescer } from "../barCoalescer";
import type { HistoryPage } from "../chartHost";
import { KLineHistory } from "../klineHistory";

const bar = (time: number): Bar => ({ time, open: 1, high: 2, low: 1, close: 2, volume: 3 });
const symbol = { ticker: "AAPL", pricePrecision: 2, volumePrecision: 0 };

type Answer = { times: number[]; forward: boolean };

function given() {
  const asked: [number | null, number][] = [];
  const pages: ((page: HistoryPage | Error) => void)[] = [];
  const history = new KLineHistory(new BarCoalescer((callback) => callback()));
  const load = (before: number | null, count: number): Promise<HistoryPage> => {
    asked.push([before, count]);
    return new Promise((resolve, reject) =>
      pages.push((page) => (page instanceof Error ? reject(page) : resolve(page))),
    );
  };
  const answers: Answer[] = [];
  const ask = (type: DataLoaderGetBarsParams["type"], timestamp: number | null = null) =>
    history.getBars({
      type,
      timestamp,
      symbol,
      period: { type: "minute", span: 1 },
      callback: (data: KLineData[], more) => {
        const forward = typeof more === "object" && more.forward === true;
        answers.push({ times: data.map(({ timestamp: at }) => at), forward });
      },
    });
  return { history, load, asked, pages, answers, ask };
}

describe("klinecharts' requests", () => {
  it("are answered with the newest page, then with the pages before it", async () => {
    const { history, load, asked, pages, answers, ask } = given();
    history.serve(load);
    const first = ask("init");
    pages[0]?.({ bars: [bar(60), bar(120)], more: true });
    await first;
    const older = ask("forward", 60);
    pages[1]?.({ bars: [], more: false });
    await older;
    expect(asked.map(([before]) => before)).toEqual([null, 60]);
    expect(answers).toEqual([
      { times: [60, 120], forward: true },
      { times: [], forward: false },
    ]);
  });

  it("get no answer while the subject changes, nor one that belongs to the old subject", async () => {
    const { history, load, pages, answers, ask } = given();
    history.serve(load);
    const overtaken = ask("init");
    history.hold();
    await ask("init");
    pages[0]?.({ bars: [bar(60)], more: true });
    await overtaken;
    expect(answers).toEqual([]);
  });

  it("clear what another subject left when the first page fails", async () => {
    const { history, load, pages, answers, ask } = given();
    history.serve(load);
    const first = ask("init");
    pages[0]?.(new Error("no server"));
    await first;
    expect(answers).toEqual([{ times: [], forward: false }]);
  });

  it("keep what is drawn when a reload fails, and scrolling alive when a page does", async () => {
    const { history, load, pages, answers, ask } = given();
    history.serve(load);
    const first = ask("init");
    pages[0]?.({ bars: [bar(60)], more: true });
    await first;
    const reload = ask("init");
    pages[1]?.(new Error("no server"));
    await reload;
    const older = ask("forward", 60);
    pages[2]?.(new Error("no server"));
    await older;
    expect(answers.slice(1)).toEqual([{ times: [], forward: true }]);
  });

  it("ask for as much again on a reload, once, and report its end", async () => {
    const { history, load, asked, pages, ask } = given();
    let restored = 0;
    history.serve(load);
    history.expect(2500, () => (restored += 1));
    const reload = ask("init");
    pages[0]?.({ bars: [bar(60)], more: true });
    await reload;
    const next = ask("init");
    pages[1]?.({ bars: [bar(60)], more: true });
    await next;
    expect(asked.map(([, count]) => count)).toEqual([2500, 500]);
    expect(restored).toBe(1);
  });
});
