import { describe, expect, it } from "vitest";
import { ApiError } from "@/services/datafeedService";
import type { TicketField } from "../ticketForm";
import { previewRefusal, refusalOf } from "../refusals";

describe("a refusal", () => {
  it.each<[string, string, TicketField | null]>([
    ["ORDER_PRICE_STEP", "expected limitPrice in steps of 0.01, got 1.005", "limitPrice"],
    ["ORDER_PRICE_MISSING", "expected a stopPrice on a stop order, got none", "stopPrice"],
    ["BRACKET_WRONG_SIDE", "expected takeProfit above stopLoss 150, got 140", "takeProfit"],
    ["RISK_PRICE_COLLAR", "expected stopLoss within 90 percent of 5, got 1", "stopLoss"],
    ["ORDER_QTY_RANGE", "expected qty from 1 to 5, got 9", "qty"],
    ["MARGIN_INSUFFICIENT", "expected an order that needs at most 5 USD", "qty"],
    ["ORDER_EXPIRY_INVALID", "expected duration.datetime in Unix ms", "expires"],
    ["invalid_payload", "limitPrice: expected a number", "limitPrice"],
    ["ACCOUNT_HALTED", "expected an account that trades", null],
  ])("%s concerns its field: %s", (code, message, field) => {
    const refusal = refusalOf(new ApiError(code, message, 422));

    expect([refusal.field, refusal.inDoubt]).toEqual([field, false]);
    expect(previewRefusal(`${code}: ${message}`).field).toBe(field);
  });

  it("speaks of fields as the ticket does, and knows the way out", () => {
    const said = refusalOf(new ApiError("RISK_PRICE_COLLAR", "limitPrice is far off", 422));

    expect(said.problem).toEqual({
      code: "RISK_PRICE_COLLAR",
      sentence: "Limit price is far off.",
      remedy: "Choose a price nearer to the market.",
    });
  });

  it("in doubt asks to send the same again", () => {
    const lost = refusalOf(new ApiError("internal_error", "a fault", 500));

    expect(lost.inDoubt).toBe(true);
    expect(lost.problem.remedy).toContain("placed once");
  });
});
