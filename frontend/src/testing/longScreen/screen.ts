/**
 * The long screen: a page on the shipped client that shows many topics for a long time, so that
 * what grows or goes wrong is seen. `?topics=[["quotes","AAPL"],["bars","AAPL","1"]]` names them;
 * `window.longScreen()` is what the judge reads.
 */

import "@/styles/tokens.css";
import "./screen.css";
import { DatafeedService, type SubscriptionHandle } from "@/services/datafeedService";
import { watchConnection, type ConnectionStatus } from "@/services/streamConnection";
import type { LongScreen, ScreenReport } from "./screenReport";
import { countLongTasks, Histogram, NO_LONG_TASKS } from "./tallies";
import { TopicRecord } from "./topicRecord";
import { TopicRow } from "./topicRow";

type AskedTopic = ["quotes", symbol: string] | ["bars", symbol: string, resolution: string];

/** Faster than anybody reads; a machine without a graphics card can draw as often. */
const DRAW_EVERY_MS = 100;
const LOOK_EVERY_MS = 1000;
const LONGEST_LAG_MS = 10_000;

const service = new DatafeedService();
const longTasks = countLongTasks();
let lags = new Histogram(LONGEST_LAG_MS);
const asked = JSON.parse(
  new URLSearchParams(location.search).get("topics") ?? "[]",
) as AskedTopic[];
const topics = asked.map(show);
let connection: ConnectionStatus | undefined;

watchConnection((status) => (connection = status));
const shownFigures = document.createTextNode("");
element("figures").append(shownFigures);
setInterval(() => {
  if (connection?.lagMs != null) lags.add(connection.lagMs);
  shownFigures.data = figures();
}, LOOK_EVERY_MS);

/** Everything that the page knows of itself. */
function report(): ScreenReport {
  return {
    topics: topics.map(({ report }) => report),
    connection,
    longTasks,
    lagMs: { p50: lags.quantile(0.5), p99: lags.quantile(0.99) },
  };
}

function startMeasuring(): void {
  Object.assign(longTasks, NO_LONG_TASKS);
  lags = new Histogram(LONGEST_LAG_MS);
}

Object.assign(window, { longScreen: { startMeasuring, report } satisfies LongScreen });

function show(topic: AskedTopic): TopicRecord<unknown> {
  const [, symbol, resolution] = topic;
  const row = new TopicRow(element("topics"), `${symbol} ${resolution ?? "quote"}`);
  const draw = paced(() => row.draw(record.report));
  const record = new TopicRecord<unknown>(draw);
  const named = (name: string): void => {
    record.report.topic = name;
    draw();
  };
  // A refusal is told by the topic's status.
  listen(topic, record).ready.then(named, () => undefined);
  return record;
}

function listen(topic: AskedTopic, record: TopicRecord<unknown>): SubscriptionHandle {
  return topic[0] === "quotes"
    ? service.listenQuote(topic[1], record)
    : service.listenBars(topic[1], topic[2], record);
}

/** Joins the calls of one tenth of a second. */
function paced(run: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      run();
    }, DRAW_EVERY_MS);
  };
}

function figures(): string {
  const updates = topics.reduce((sum, { report }) => sum + report.updates, 0);
  return [
    connection?.state ?? "connecting",
    `${topics.length} topics`,
    `${updates.toLocaleString("en-US")} updates`,
    `lag ${Math.round(connection?.lagMs ?? 0)} ms`,
    `${connection?.skipped ?? 0} skipped`,
    `${connection?.rejected ?? 0} rejected`,
    `${longTasks.count} long tasks`,
  ].join(" · ");
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
