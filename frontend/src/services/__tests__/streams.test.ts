import { describe, expect, it } from "vitest";
import { serverStreams } from "../streams";

describe("the streams of the page's server", () => {
  it("are one adapter, however often they are asked for", () => {
    expect(serverStreams()).toBe(serverStreams());
    expect(Object.keys(serverStreams())).toContain("quotes");
  });
});
