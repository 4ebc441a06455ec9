// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope } from "vue";
import type {
  ConnectionStatus,
  ServerActivity,
  StreamsFeed,
  TopicReading,
  TopicStatus,
} from "../streamsFeed";
import { useStreamsPage } from "../streamsPage";

const LIVE = { state: "live", reason: null } as ConnectionStatus;
const TOLD = { at: 7, draining: false } as ServerActivity;

/** A feed in the test's hand. */
class FakeStreamsFeed implements StreamsFeed {
  topics: Partial<TopicReading>[] = [];
  watching = 0;
  tell: (activity: ServerActivity) => void = () => undefined;
  say: (status: TopicStatus) => void = () => undefined;
  link: (status: ConnectionStatus) => void = () => undefined;

  watchServer(tell: typeof this.tell, say: typeof this.say): () => void {
    this.watching += 1;
    this.tell = tell;
    this.say = say;
    return () => (this.watching -= 1);
  }

  watchLink(listener: typeof this.link): () => void {
    this.link = listener;
    listener(LIVE);
    return () => undefined;
  }

  readTopics(): TopicReading[] {
    return this.topics as TopicReading[];
  }

  reconnect(): void {
    // Nobody asks here.
  }
}

function given() {
  const feed = new FakeStreamsFeed();
  const scope = effectScope();
  const page = scope.run(() => useStreamsPage(feed));
  if (!page) throw new Error("the scope was stopped");
  return { feed, page, leave: () => scope.stop() };
}

describe("the page of the live streams", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps what the server told last, and says how old it is", () => {
    const { feed, page } = given();
    feed.tell(TOLD);
    const word = page.state.value?.word;

    vi.advanceTimersByTime(9000);

    expect([word, page.activity.value]).toEqual(["live", TOLD]);
    expect(page.state.value).toMatchObject({ word: "stale", figure: "9 s" });
  });

  it("looks at its own topics once a second, whatever the server says", () => {
    const { feed, page } = given();
    feed.say({ state: "failed", reason: { code: "unknown_type", message: "", temporary: false } });
    feed.topics = [{ route: "bars", params: {}, updates: 1 }];
    vi.advanceTimersByTime(1000);
    feed.topics = [{ route: "bars", params: {}, updates: 4 }];
    vi.advanceTimersByTime(1000);

    expect(page.own.value.map(({ updatesPerS }) => updatesPerS)).toEqual([3]);
    expect(page.state.value?.word).toBe("untold");
  });

  it("lets the server rest when it is left", () => {
    const { feed, leave } = given();
    const whileOpen = feed.watching;

    leave();

    expect([whileOpen, feed.watching]).toEqual([1, 0]);
  });
});
