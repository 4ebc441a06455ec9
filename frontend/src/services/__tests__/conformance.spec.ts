import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocketBase, WebSocketClient } from "@/plugins/wsClientBase";
import { PROMPT_ENVIRONMENT, startClientJudge } from "@/testing/clientJudge";

const JUDGED_WITHIN_MS = 60_000;
const JUDGED = "C2 C3 E4 F3 F4 F5 F7 F8 R1 R3 R5 R7 S5 T3 U1 U2 U3".split(" ");

describe("the client of the page", () => {
  it(
    "passes every rule of the wire that a client can be judged by",
    async () => {
      const judge = await startClientJudge();
      const base = new WebSocketBase(judge.url, PROMPT_ENVIRONMENT);
      onTestFinished(() => {
        base.close();
        judge.stop();
      });
      const listen = (route: string, params: object): void => {
        new WebSocketClient<object, unknown, unknown>(route, (update) => update, { base }).listen(
          params,
          { onUpdate: () => undefined },
        );
      };
      listen("orders", { accountId: "demo" });
      listen("quotes", { symbol: "AAPL" });
      listen("trades", { symbol: "AAPL" });

      const { rules, verdicts } = await judge.judged;

      const notPassed = verdicts.filter(
        ({ outcome }) => !["passed", "not judged"].includes(outcome),
      );
      expect(notPassed).toEqual([]);
      expect(Object.keys(rules).filter((rule) => rules[rule] === "passed")).toEqual(JUDGED);
    },
    JUDGED_WITHIN_MS,
  );
});
