import { describe, expect, it } from "vitest";
import { idOf, readAccount } from "../newAccount";

describe("a new account", () => {
  it("has an id that an address may hold, and that is free", () => {
    expect(idOf("Swing Träding 2", [])).toBe("swing-tra-ding-2");
    expect(idOf("Demo", ["demo", "demo-2"])).toBe("demo-3");
    expect(idOf("???", [])).toBe("account");
  });

  it("has its balance to the digit", () => {
    expect(readAccount(" Swing ", "50,000.50", [])).toEqual({
      account: { id: "swing", name: "Swing", initialBalance: "50000.5" },
      refusal: "",
    });
  });

  it.each([
    ["", "1", "Expected a name."],
    ["A", "0", "Expected a balance above 0."],
    ["A", "much", "Expected a balance above 0."],
  ])("of the name %j with %j is refused", (name, balance, refusal) => {
    expect(readAccount(name, balance, [])).toEqual({ account: null, refusal });
  });
});
