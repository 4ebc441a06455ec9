import { describe, expect, it } from "vitest";
import { ApiError } from "@/services/datafeedService";
import { REARMED_MS, Submission } from "../submission";

function scene() {
  const rests: [() => void, number][] = [];
  const sent: string[] = [];
  const submission = new Submission((act, ms) => rests.push([act, ms]));
  const order = (id: string) => () => {
    sent.push(id);
    return Promise.resolve(id);
  };
  return { rests, sent, submission, order };
}

describe("a submission", () => {
  it("sends one command at a time", async () => {
    const { sent, submission, order } = scene();

    const answers = await Promise.all([submission.run(order("a")), submission.run(order("b"))]);

    expect(answers).toEqual(["a", null]);
    expect(sent).toEqual(["a"]);
  });

  it("takes the second press of a double click for the first", async () => {
    const { rests, sent, submission, order } = scene();
    await submission.run(order("a"));
    await submission.run(order("b"));
    expect([submission.armed, submission.rests.value]).toEqual([false, true]);
    const [[end, ms] = []] = rests;
    end?.();
    await submission.run(order("c"));

    expect(ms).toBe(REARMED_MS);
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
