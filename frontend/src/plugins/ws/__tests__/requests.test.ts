import { describe, expect, it } from "vitest";
import { FakeWorld } from "@/testing/fakeWebSocket";
import { Requests } from "../requests";

function given() {
  const world = new FakeWorld();
  const silences: number[] = [];
  const start = world.time;
  const requests = new Requests<string>(world, () => silences.push(world.time - start));
  return { world, silences, requests };
}

describe("requests in flight", () => {
  it("[F3] are answered once, by their id alone", () => {
    const { requests } = given();
    const [first, second] = [requests.add("a"), requests.add("b")];

    const answers = [second, second, first, undefined, 99].map((id) => requests.take(id));

    expect(answers).toEqual(["b", undefined, "a", undefined, undefined]);
  });

  it("[R5] are silent when the oldest has waited for ten seconds", () => {
    const { world, silences, requests } = given();
    const first = requests.add("a");
    world.advance(4000);
    requests.add("b");
    requests.take(first);

    world.advance(20_000);

    expect(silences).toEqual([14_000]);
  });

  it("[R5] are watched only while one waits", () => {
    const { world, silences, requests } = given();
    requests.take(requests.add("a"));

    world.advance(60_000);

    expect(silences).toEqual([]);
  });

  it("[R5] are forgotten with their connection, in order", () => {
    const { world, silences, requests } = given();
    requests.add("a");
    requests.add("b");

    const forgotten = requests.clear();
    world.advance(60_000);

    expect([forgotten, requests.take(1), silences]).toEqual([["a", "b"], undefined, []]);
  });
});
