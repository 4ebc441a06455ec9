import { describe, expect, it } from "vitest";
import { ObservableStatus } from "../streamStatus";

function given() {
  const reported: unknown[] = [];
  const status = new ObservableStatus((error) => reported.push(error));
  const heard: string[] = [];
  const stop = status.watch(({ state, rejected }) => heard.push(`${state} ${rejected}`));
  return { reported, status, heard, stop };
}

describe("the status of the connection", () => {
  it("is told at once and at each change, and keeps what did not change", () => {
    const { status, heard } = given();

    status.change({ rejected: 1 });
    status.change({ state: "live" });

    expect(heard).toEqual(["connecting 0", "connecting 1", "live 1"]);
    expect(status.value).toMatchObject({ state: "live", rejected: 1, reason: null });
  });

  it("is not told any more to a watcher that has left", () => {
    const { status, heard, stop } = given();
    status.watch(({ state }) => {
      if (state === "live") stop();
    });

    status.change({ state: "live" });
    status.change({ state: "offline" });

    expect(heard).toEqual(["connecting 0", "live 0"]);
  });

  it("reaches the others past a watcher that throws", () => {
    const { reported, status } = given();
    const error = new Error("watcher");
    status.watch(() => {
      throw error;
    });
    const states: string[] = [];
    status.watch(({ state }) => states.push(state));

    status.change({ state: "live" });

    expect([states, reported]).toEqual([
      ["connecting", "live"],
      [error, error],
    ]);
  });
});
