import { describe, expect, it } from "vitest";
import { Collected } from "@/testing/collected";
import { HandFedStream } from "@/testing/handFedStream";
import { StreamStage } from "@/testing/streamStage";

describe("a stream in the test's hands", () => {
  it("gives what the test gives", async () => {
    const quotes = new HandFedStream<number>();
    const prices = new Collected<number>();
    await quotes.subscribe("legend", { symbol: "AAPL" }, prices.add);

    quotes.listeners.get("legend")?.onUpdate(101);

    expect(await prices.atLeast(1)).toEqual([101]);
  });
});

describe("a client in a world without time or network", () => {
  it("goes on where it was after a cut", () => {
    const stage = new StreamStage();
    const ear = stage.live("legend", "lossless");
    stage.update(7, 1);

    stage.reconnect();

    expect(ear.heard).toEqual(["=", "7"]);
    expect(stage.asked()).toMatchObject({ recover: { epoch: "e", seq: 1 } });
  });
});
