import { describe, expect, it } from "vitest";
import { ApiError, dataOf, succeeded } from "../apiAnswer";

const answer = (status: number, rest: { data?: unknown; error?: unknown }) =>
  Promise.resolve({ ...rest, response: new Response(null, { status, headers: { place: "7" } }) });

describe("an answer of the REST API", () => {
  it("is its value, with the headers where they are wanted", async () => {
    const { value, headers } = await succeeded(answer(200, { data: [] }));

    expect([value, headers.get("place")]).toEqual([[], "7"]);
    await expect(dataOf(answer(200, { data: 0 }))).resolves.toBe(0);
  });

  it("[E1] is refused with the server's code, sentence and status", async () => {
    const error = { code: "ORDER_NOT_FOUND", message: "no order x" };

    const refused = dataOf(answer(404, { error }));

    await expect(refused).rejects.toMatchObject({ ...error, status: 404, temporary: false });
  });

  it("is refused by its status where it has no code", async () => {
    await expect(dataOf(answer(502, {}))).rejects.toMatchObject({
      code: "http_502",
      message: "the server answered with status 502",
      temporary: true,
    });
  });

  it.each([new TypeError("fetch failed"), "fetch failed"])("may not come at all", async (why) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const refused = dataOf(Promise.reject(why));

    await expect(refused).rejects.toMatchObject({ code: "network_error", status: null });
  });

  it("[E1] says whether the same request may succeed later", () => {
    const temporary = (code: string, status: number | null) =>
      new ApiError(code, "", status).temporary;

    expect(temporary("internal_error", 500)).toBe(true);
    expect(temporary("ORDER_NOT_FOUND", 404)).toBe(false);
    expect([temporary("http_429", 429), temporary("http_400", 400)]).toEqual([true, false]);
  });
});
