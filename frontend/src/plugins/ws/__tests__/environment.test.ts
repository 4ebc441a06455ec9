import { describe, expect, it } from "vitest";
import { FakeWorld } from "@/testing/fakeWebSocket";
import { startDeadline } from "../environment";

function given() {
  const world = new FakeWorld();
  const heard: string[] = [];
  const onDue = () => heard.push("due");
  const onLate = () => heard.push("late");
  return { world, heard, cancel: startDeadline(world, 1000, onDue, onLate) };
}

describe("[C1] a deadline", () => {
  it("falls due once, on time", () => {
    const { world, heard } = given();

    world.advance(999);
    const before = [...heard];
    world.advance(10_000);

    expect([before, heard]).toEqual([[], ["due"]]);
  });

  it("starts anew when the machine slept through it", () => {
    const { world, heard } = given();

    world.sleep(60_000);
    const awoken = [...heard];
    world.advance(1000);

    expect([awoken, heard]).toEqual([["late"], ["late", "due"]]);
  });

  it("does not fall due when it was cancelled, also after a sleep", () => {
    const [early, asleep] = [given(), given()];
    asleep.world.sleep(60_000);

    [early, asleep].forEach(({ cancel }) => cancel());
    [early, asleep].forEach(({ world }) => world.advance(10_000));

    expect([early.heard, asleep.heard]).toEqual([[], ["late"]]);
  });

  it("needs nobody who hears that it was late", () => {
    const world = new FakeWorld();
    const heard: string[] = [];
    startDeadline(world, 1000, () => heard.push("due"));

    world.sleep(60_000);
    world.advance(1000);

    expect(heard).toEqual(["due"]);
  });
});
