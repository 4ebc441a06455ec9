/**
 * Topics: `route:{canonical request}`, the text that the server builds too.
 *
 * Canonical is RFC 8785: keys sorted by UTF-16 code units, no blanks, null members left out.
 * Building a topic here only saves a round trip: the server's response names the topic.
 */

const MAX_TOPIC_BYTES = 2048;
const MAX_DEPTH = 64;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const encoder = new TextEncoder();

export type TopicReason = "invalid_payload" | "topic_too_long";

/** Params that name no topic; `code` is the one with which the server would refuse them. */
export class TopicError extends Error {
  constructor(
    readonly code: TopicReason,
    message: string,
  ) {
    super(message);
    this.name = "TopicError";
  }
}

/**
 * Returns the topic of `params` on `route`.
 * @throws TopicError beyond 2 KiB of UTF-8, or for a member without canonical text.
 */
export function topicOf(route: string, params: object): string {
  const topic = `${route}:${canonical(params)}`;
  const size = encoder.encode(topic).length;
  if (size > MAX_TOPIC_BYTES) {
    const message = `expected a topic of at most ${MAX_TOPIC_BYTES} bytes, got ${size}`;
    throw new TopicError("topic_too_long", message);
  }
  return topic;
}

/**
 * Returns `params` as RFC 8785 JSON without its null members.
 * @throws TopicError naming the member: a fraction, an unsafe integer, a lone surrogate, a null in
 * an array, a function.
 */
export function canonical(params: unknown): string {
  return text(params, []);
}

function text(value: unknown, path: readonly string[]): string {
  if (typeof value === "string") return quoted(value, path);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return integer(value, path);
  if (typeof value !== "object" || value === null) {
    throw refused(path, "a string, boolean, integer, list or object", String(value));
  }
  if (path.length > MAX_DEPTH) {
    throw refused(path.slice(0, 1), `at most ${MAX_DEPTH} levels of nesting`, "more");
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => text(item, [...path, String(index)])).join(",")}]`;
  }
  return objectText(value as Record<string, unknown>, path);
}

function objectText(members: Record<string, unknown>, path: readonly string[]): string {
  // The default sort compares UTF-16 code units, as RFC 8785 asks.
  const keys = Object.keys(members).sort();
  const present = keys.filter((key) => members[key] !== null && members[key] !== undefined);
  return `{${present
    .map((key) => `${quoted(key, path)}:${text(members[key], [...path, key])}`)
    .join(",")}}`;
}

function quoted(value: string, path: readonly string[]): string {
  if (LONE_SURROGATE.test(value)) throw refused(path, "valid Unicode", "a lone surrogate");
  return JSON.stringify(value);
}

function integer(value: number, path: readonly string[]): string {
  if (!Number.isSafeInteger(value)) {
    throw refused(path, `an integer within ±${Number.MAX_SAFE_INTEGER}`, String(value));
  }
  return String(value === 0 ? 0 : value);
}

function refused(path: readonly string[], expected: string, came: string): TopicError {
  const name = path.join(".") || "payload";
  return new TopicError("invalid_payload", `${name}: expected ${expected}, got ${came}`);
}
