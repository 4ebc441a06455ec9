/** Answers of the REST API: what was asked for, or an error with a code. */

import { errorCodes } from "@clients/ws-types-generated";

/** A coded refusal, or `network_error` when no answer came. */
export class ApiError extends Error {
  /** Whether the same request may succeed later; after one, nobody knows whether it was done. */
  readonly temporary: boolean;

  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; null when no answer came. */
    readonly status: number | null,
  ) {
    super(message);
    this.name = "ApiError";
    this.temporary = isTemporary(code, status);
  }
}

/** What the generated client resolves with. */
export interface ClientAnswer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * Unwraps an answer.
 * @throws ApiError for whatever is no success
 */
export async function dataOf<T>(answer: Promise<ClientAnswer<T>>): Promise<T> {
  return (await succeeded(answer)).value;
}

/**
 * Unwraps an answer and keeps its headers.
 * @throws ApiError for whatever is no success
 */
export async function succeeded<T>(
  answer: Promise<ClientAnswer<T>>,
): Promise<{ value: T; headers: Headers }> {
  const { data, error, response } = await answer.catch((reason: unknown) => {
    throw new ApiError("network_error", messageOf(reason), null);
  });
  if (response.ok && data !== undefined) return { value: data, headers: response.headers };
  throw refusal(error, response);
}

function refusal(error: unknown, { status }: Response): ApiError {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return new ApiError(
    typeof code === "string" ? code : `http_${status}`,
    typeof message === "string" ? message : `the server answered with status ${status}`,
    status,
  );
}

/** The contract's word; where it has none: no answer, or a gateway's, says nothing for good. */
function isTemporary(code: string, status: number | null): boolean {
  const known = (errorCodes as Record<string, { temporary: boolean } | undefined>)[code];
  return known?.temporary ?? (status === null || status === 429 || status >= 500);
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
