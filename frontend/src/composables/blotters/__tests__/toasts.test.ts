import { describe, expect, it, vi } from "vitest";
import { createApp, nextTick, shallowRef } from "vue";
import { accountKey } from "@/composables/account/account";
import type { AccountDesk, AccountNotice } from "@/composables/account/accountDesk";
import { useToasts } from "../toasts";

const OLD: AccountNotice = { id: 1, at: 0, good: false, title: "OLD", text: "Before the page." };
const FILL: AccountNotice = { id: 2, at: 0, good: true, kind: "fill", title: "Filled", text: "5" };
const REFUSAL: AccountNotice = { id: 3, at: 0, good: false, title: "NO", text: "No." };

/** Toasts over a log; `frame` lets the notices be seen. */
function given() {
  vi.useFakeTimers();
  const notices = shallowRef<readonly AccountNotice[]>([OLD]);
  const frames: (() => void)[] = [];
  const app = createApp({}).provide(accountKey, { notices } as unknown as AccountDesk);
  const toasts = app.runWithContext(() => useToasts((show) => frames.push(show)));
  const frame = async (now: readonly AccountNotice[]): Promise<string[]> => {
    notices.value = now;
    await nextTick();
    frames.splice(0).forEach((show) => show());
    return toasts.shown.value.map(({ title }) => title);
  };
  return { ...toasts, notices, frames, frame };
}

describe("the toasts", () => {
  it("tell of what comes, fills and refusals alone, each for its while", async () => {
    const { frame, shown } = given();
    const done = { ...FILL, id: 4, kind: undefined } as unknown as AccountNotice;

    expect(await frame([done, REFUSAL, FILL, OLD])).toEqual(["NO", "Filled"]);

    vi.advanceTimersByTime(5000);
    expect(shown.value).toEqual([REFUSAL]);
    vi.advanceTimersByTime(7000);
    expect(shown.value).toEqual([]);
  });

  it("leave a refusal to the place that tells it by itself", async () => {
    const { notices, frames, frame } = given();
    notices.value = [REFUSAL, OLD];
    await nextTick();

    expect(await frame([{ ...REFUSAL, inPlace: true }, OLD])).toEqual([]);
    expect(frames).toEqual([]);
  });

  it("go when they are dismissed", async () => {
    const { frame, dismiss, shown } = given();
    await frame([REFUSAL, OLD]);

    dismiss(REFUSAL.id);

    expect(shown.value).toEqual([]);
  });
});
