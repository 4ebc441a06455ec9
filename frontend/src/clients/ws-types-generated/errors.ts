// Generated from the contract; never edited by hand.

/** Every coded error; `temporary` says that the same request may succeed later. */
export const errorCodes = {
  invalid_frame: { temporary: false, httpStatus: 400, meaning: "not a JSON object (or array of them) with a type" },
  unknown_type: { temporary: false, httpStatus: 400, meaning: "no route has this message type" },
  invalid_payload: { temporary: false, httpStatus: 422, meaning: "the request does not fit its model" },
  topic_too_long: { temporary: false, httpStatus: 400, meaning: "the topic exceeds its size limit" },
  not_subscribed: { temporary: false, httpStatus: 409, meaning: "the connection does not hold this topic" },
  limit_exceeded: { temporary: false, httpStatus: 429, meaning: "a limit of the connection is reached" },
  unknown_symbol: { temporary: false, httpStatus: 404, meaning: "no instrument has this symbol" },
  unsupported_resolution: { temporary: false, httpStatus: 400, meaning: "the symbol has no such bars" },
  forbidden: { temporary: false, httpStatus: 403, meaning: "the account is unknown or not yours" },
  not_found: { temporary: false, httpStatus: 404, meaning: "nothing is served at this path" },
  method_not_allowed: { temporary: false, httpStatus: 405, meaning: "the path does not take this method" },
  unsupported_media_type: { temporary: false, httpStatus: 415, meaning: "unsafe requests carry JSON only" },
  host_not_allowed: { temporary: false, httpStatus: 403, meaning: "the Host header names another server" },
  origin_not_allowed: { temporary: false, httpStatus: 403, meaning: "the Origin header names another site" },
  too_many_connections: { temporary: true, httpStatus: 503, meaning: "the process holds all it may" },
  topic_timeout: { temporary: true, httpStatus: 503, meaning: "the stream did not start in time" },
  topic_failed: { temporary: true, httpStatus: 503, meaning: "the stream could not start" },
  producer_failed: { temporary: true, httpStatus: 503, meaning: "the stream's source died and is being restarted" },
  no_updates: { temporary: true, httpStatus: 503, meaning: "an open market has been silent for too long" },
  no_live_source: { temporary: false, httpStatus: 503, meaning: "the symbol has history but no live source" },
  replay_ended: { temporary: false, httpStatus: 503, meaning: "the replayed file has come to its end" },
  internal_error: { temporary: true, httpStatus: 500, meaning: "a fault of the server, logged there" },
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** Why the server closes a connection; a terminal one is not retried. */
export const closeCodes = {
  1002: { terminal: false, reason: "protocol error" },
  1007: { terminal: false, reason: "invalid UTF-8" },
  1008: { terminal: true, reason: "policy violation" },
  1009: { terminal: true, reason: "frame too large" },
  4000: { terminal: false, reason: "draining" },
  4008: { terminal: false, reason: "too slow" },
  4401: { terminal: false, reason: "session expired" },
  4500: { terminal: true, reason: "credentials revoked" },
  4508: { terminal: true, reason: "too many bad frames" },
} as const;
