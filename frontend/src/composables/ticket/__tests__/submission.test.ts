import { describe, expect, it } from "vitest";
import { ApiError } from "@/services/datafeedService";
import { REARMED_MS, Submission } from "../submission";

function scene() {
  const clock = { now: 1000 };
  const sent: string[] = [];
  const submission = new Submission(() => clock.now);
  const order = (id: string) => () => {
    sent.push(id);
    return Promise.resolve(id);
  };
  return { clock, sent, submission, order };
}

describe("a submission", () => {
  it("sends one command at a time", async () => {
    const { sent, submission, order } = scene();

    const answers = await Promise.all([submission.run(order("a")), submission.run(order("b"))]);

    expect(answers).toEqual(["a", null]);
    expect(sent).toEqual(["a"]);
  });

  it("takes the second press of a double click for the first", async () => {
    const { clock, sent, submission, order } = scene();
    await submission.run(order("a"));
    clock.now += REARMED_MS - 1;
    await submission.run(order("b"));
    clock.now += 1;
    await submission.run(order("c"));

    expect(sent).toEqual(["a", "c"]);
  });

  it("keeps what nobody knows the outcome of, until it is let go", async () => {
    const { submission } = scene();
    const lost = () => Promise.reject(new ApiError("internal_error", "a fault", 500));

    expect(await submission.run(lost)).toBeNull();

    expect(submission.doubted.value).toBe(lost);
    submission.forget();
    expect([submission.doubted.value, submission.refusal.value]).toEqual([null, null]);
  });

  it("doubts nothing that was refused for good", async () => {
    const { submission } = scene();
    const refused = () => Promise.reject(new ApiError("ORDER_FINAL", "it is filled", 409));

    await submission.run(refused);

    expect(submission.doubted.value).toBeNull();
    expect(submission.refusal.value?.problem.code).toBe("ORDER_FINAL");
    expect(submission.pending.value).toBe(false);
  });
});
