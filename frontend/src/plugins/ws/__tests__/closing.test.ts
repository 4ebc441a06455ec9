import { describe, expect, it } from "vitest";
import { closeMeaning } from "../closing";

describe("[C2] a close code", () => {
  it.each([
    [1006, "the connection was lost"],
    [4008, "this client read too slowly"],
    [4508, "too many bad frames"],
    [4450, "closed with code 4450"],
  ])("%i is told to the reader in words", (code, reason) => {
    expect(closeMeaning(code).reason).toBe(reason);
  });

  it("that nobody knows is final only from 4500 to 4999", () => {
    const codes = [1011, 3000, 4499, 4501, 4999, 5000];

    const final = codes.filter((code) => closeMeaning(code).terminal);

    expect(final).toEqual([4501, 4999]);
  });
});
