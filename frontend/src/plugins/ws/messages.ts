/** The frames of the wire as the client sees them (docs/reference/protocol.md). */

/** The version of the protocol that this client speaks (rule F8). */
export const CONTRACT_VERSION = 1;
const FRAMES_PER_ARRAY = 500;
// The server refuses frames over 64 KiB; a code unit takes at most three bytes of UTF-8.
const UNITS_PER_MESSAGE = 20_000;

export type RequestId = string | number;
export type Delivery = "latest" | "recent" | "lossless";
export type TopicState = "live" | "stale" | "ended";

/** The last update that a client holds of one numbering; epoch "" asks for a fresh snapshot. */
export interface Position {
  epoch: string;
  seq: number;
}

export interface Frame {
  type: string;
  id?: RequestId;
  payload?: unknown;
}

export interface SubscribeOk {
  status: "ok";
  topic: string;
  delivery: Delivery;
  epoch: string;
  seq: number;
  snapshot: number;
  recovered: boolean;
  held: boolean;
}

export interface Refusal {
  code: string;
  message: string;
  temporary: boolean;
}

export interface Update {
  topic: string;
  payload: unknown;
  seq: number;
  ts: number;
  snapshot?: boolean;
  skipped?: number;
  gap?: boolean;
}

export interface StatusPayload {
  topic: string;
  state: TopicState;
  code?: string | null;
  message?: string | null;
  temporary?: boolean | null;
}

/**
 * Returns the frames of one WebSocket message; null when it is no frame.
 */
export function parseFrames(data: unknown): Frame[] | null {
  if (typeof data !== "string") return null;
  const value = parsed(data);
  const frames: unknown[] = Array.isArray(value) ? value : [value];
  return frames.every(isFrame) ? frames : null;
}

/**
 * Returns messages that carry `frames` in order, within the server's limits: one frame alone, more
 * as arrays.
 */
export function joinFrames(frames: readonly Frame[]): string[] {
  const messages: string[] = [];
  let batch: string[] = [];
  let units = 0;
  const flush = (): void => {
    if (batch.length > 0) messages.push(batch.length === 1 ? batch.join() : `[${batch.join()}]`);
    batch = [];
    units = 0;
  };
  for (const frame of frames) {
    const text = JSON.stringify(frame);
    if (batch.length === FRAMES_PER_ARRAY || units + text.length > UNITS_PER_MESSAGE) flush();
    batch.push(text);
    units += text.length + 1;
  }
  flush();
  return messages;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isFrame(value: unknown): value is Frame {
  return typeof value === "object" && value !== null && typeof (value as Frame).type === "string";
}
