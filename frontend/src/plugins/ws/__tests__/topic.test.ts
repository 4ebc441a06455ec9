import { describe, expect, it } from "vitest";
import { contractFile } from "@/testing/contractFile";
import { canonical, topicOf } from "../topic";

interface Vector {
  name: string;
  route: string;
  params: object;
}

const vectors = contractFile("topics.json") as {
  topics: (Vector & { topic: string })[];
  refused: (Vector & { reason: string })[];
};

describe("topics", () => {
  it.each(vectors.topics)("[T2] builds the server's text: $name", ({ route, params, topic }) => {
    expect(topicOf(route, params)).toBe(topic);
  });

  it.each(vectors.refused)("[T1] refuses: $name", ({ route, params, reason }) => {
    expect(() => topicOf(route, params)).toThrow(
      expect.objectContaining({ code: reason }) as Error,
    );
  });

  it("[T1] takes an absent member as it takes null", () => {
    expect(canonical({ a: undefined, b: null, c: 1 })).toBe('{"c":1}');
  });
});
